package io.firedrill.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Binds the ways in which customers sign in. */
final class SignInBinder {
    private static final String DO = "do";
    private static final String OAUTH2 = "oauth2";

    private final Set<String> entries;
    private final SecretNames secrets;

    SignInBinder(Set<String> entries, SecretNames secrets) {
        this.entries = entries;
        this.secrets = secrets;
    }

    /** Binds one. */
    SignIn bind(String name, Value value) {
        Fields fields = value.fields(Shapes.SIGN_IN);
        if (fields.has(DO) == fields.has(OAUTH2)) {
            value.problem(
                    "'do' and 'oauth2' are " + (fields.has(DO) ? "both given" : "both missing")
                            + " in a sign-in",
                    "needed: one of them",
                    "");
        }
        int refused = fields.as("refused", Notations.STATUS, 401);
        boolean cookies =
                fields.find("cookies").map(it -> it.word(List.of("keep"))).isPresent();
        return fields.has(OAUTH2)
                ? client(name, fields, refused, cookies)
                : requests(name, fields, refused, cookies);
    }

    private static SignIn requests(String name, Fields fields, int refused, boolean cookies) {
        Placeholders filled = Placeholders.of(List.of("who", "password", "number"));
        List<HttpStep> steps = RequestBinder.inARow(fields, DO, filled);
        if (fields.has(DO) && !fields.has("send") && !cookies) {
            fields.whole()
                    .problem(
                            "a sign-in of which nothing is handed on",
                            "needed: send, cookies, or both",
                            "");
        }
        return new SignIn(
                name,
                steps,
                RequestBinder.headers(fields.map("send"), filled.plus(kept(steps))),
                refused,
                cookies,
                Optional.empty());
    }

    private SignIn client(String name, Fields fields, int refused, boolean cookies) {
        if (fields.has("send") && !fields.has(DO)) {
            fields.place("send")
                    .problem(
                            "'send' does not go with 'oauth2'",
                            "its token is sent as 'Authorization: Bearer'",
                            "");
        }
        Fields client = fields.find(OAUTH2).orElseThrow().fields(Shapes.OAUTH2);
        return new SignIn(
                name,
                List.of(),
                Map.of(),
                refused,
                cookies,
                Optional.of(new SignIn.OAuth2Client(
                        client.find("entry").map(it -> it.oneOf(entries, "entry")),
                        client.as("token", Notations.HTTP_PATH, "/"),
                        client.find("client").map(secrets::nameOrText).orElse(""),
                        client.find("secret").map(secrets::name).orElse(""),
                        client.find("scope").map(Value::text),
                        client.find("client-auth")
                                .map(it -> it.word(List.of("basic", "form")))
                                .filter("form"::equals)
                                .isPresent())));
    }

    /** Names what the requests keep. */
    static List<String> kept(List<HttpStep> steps) {
        return steps.stream().flatMap(step -> step.keep().keySet().stream()).toList();
    }
}
