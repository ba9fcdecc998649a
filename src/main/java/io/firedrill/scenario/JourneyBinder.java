package io.firedrill.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Binds the sign-ins and the journeys of a system, and gathers the secrets that they need. */
final class JourneyBinder {
    private final Set<String> entries;
    private final Map<String, SignIn> signIns = new LinkedHashMap<>();
    private final Map<String, JourneySpec> journeys = new LinkedHashMap<>();
    private final Map<String, Value> secrets = new LinkedHashMap<>();

    /** Prepares to bind journeys that come in by these entries. */
    JourneyBinder(Set<String> entries) {
        this.entries = entries;
    }

    /** Binds all of a system. */
    void bind(Fields system) {
        for (Entry entry : system.map("sign-ins")) {
            String name = entry.key().as(Notations.NAME);
            signIns.put(name, signIn(name, entry.value().fields(Shapes.SIGN_IN)));
        }
        for (Entry entry : system.map("journeys")) {
            String name = entry.key().as(Notations.NAME);
            journeys.put(name, journey(name, entry.value().fields(Shapes.JOURNEY)));
        }
    }

    Map<String, SignIn> signIns() {
        return signIns;
    }

    Map<String, JourneySpec> journeys() {
        return journeys;
    }

    /** Gives the names of the secrets in use, each with the first place that uses it. */
    Map<String, Value> secrets() {
        return secrets;
    }

    private SignIn signIn(String name, Fields fields) {
        Placeholders filled = Placeholders.of(List.of("who", "password", "number"));
        List<HttpStep> steps = RequestBinder.inARow(fields, "do", filled);
        Placeholders kept = filled.plus(kept(steps));
        return new SignIn(
                name,
                steps,
                RequestBinder.headers(fields.map("send"), kept),
                fields.as("refused", Notations.STATUS, 401));
    }

    private static List<String> kept(List<HttpStep> steps) {
        return steps.stream().flatMap(step -> step.keep().keySet().stream()).toList();
    }

    private JourneySpec journey(String name, Fields fields) {
        Optional<JourneySpec.Identity> as = fields.find("as").map(this::identity);
        List<HttpStep> steps = RequestBinder.inARow(fields, "do", filled(as));
        boolean write =
                fields.find("acknowledges").map(it -> it.word(List.of("write"))).isPresent();
        Optional<JourneySpec.Reconcile> reconcile =
                fields.find("reconcile").map(it -> reconcile(it, as));
        checkWrites(fields, write, steps);
        return new JourneySpec(
                name,
                fields.find("entry").map(it -> it.oneOf(entries, "entry")).orElse(""),
                fields.as("deadline", Notations.DURATION, Notations.DURATION.standIn()),
                as,
                steps,
                write,
                fields.find("on-unknown").map(it -> it.word(List.of("retry"))).isPresent(),
                reconcile);
    }

    private static void checkWrites(Fields fields, boolean write, List<HttpStep> steps) {
        if (!write && fields.has("reconcile")) {
            fields.place("reconcile")
                    .problem(
                            "'reconcile' asks for writes, but the journey acknowledges none",
                            "needed: acknowledges: write",
                            "");
        }
        if (write && steps.stream().noneMatch(step -> step.toString().contains("{write}"))) {
            fields.place("acknowledges")
                    .problem(
                            "no step sends '{write}', so no write can be told from another",
                            "needed: {write} in a step",
                            "");
        }
    }

    private JourneySpec.Identity identity(Value value) {
        Fields fields = value.fields(Shapes.IDENTITY);
        String signIn = fields.find("sign-in")
                .map(it -> it.oneOf(signIns.keySet(), "sign-in"))
                .orElse("");
        List<String> who =
                fields.find("who").map(it -> it.notEmpty().oneOrMore()).orElse(List.of()).stream()
                        .map(Value::text)
                        .toList();
        String password = fields.find("password").map(this::secret).orElse("");
        SignIn used = signIns.get(signIn);
        if (!fields.has("password") && used != null && used.toString().contains("{password}")) {
            value.problem(
                    "key 'password' is missing in 'as'",
                    "sign-in " + Quote.of(signIn) + " sends it",
                    "");
        }
        return new JourneySpec.Identity(signIn, who, password);
    }

    /**
     * Takes a secret by its name only; the value that was written instead of it is not repeated.
     */
    private String secret(Value value) {
        Optional<String> name = value.written().flatMap(Notations.SECRET.parse());
        if (name.isEmpty()) {
            value.problem(
                    "password is not the name of a secret",
                    "allowed: " + Notations.SECRET.allowed(),
                    "The secret itself belongs in the environment or the env-file");
        }
        name.ifPresent(it -> secrets.putIfAbsent(it.substring(2, it.length() - 1), value));
        return name.orElse("");
    }

    private Placeholders filled(Optional<JourneySpec.Identity> as) {
        Placeholders filled = signedIn(as);
        boolean peers = as.filter(it -> it.who().size() > 1).isPresent();
        return peers ? filled.plus(List.of("peer")) : filled;
    }

    private Placeholders signedIn(Optional<JourneySpec.Identity> as) {
        Placeholders filled = Placeholders.of(List.of("write", "number"));
        if (as.isEmpty()) {
            return filled;
        }
        SignIn signIn = signIns.get(as.get().signIn());
        List<String> own =
                as.get().password().isEmpty() ? List.of("who") : List.of("who", "password");
        return filled.plus(own).plus(signIn == null ? List.of() : kept(signIn.steps()));
    }

    private JourneySpec.Reconcile reconcile(Value value, Optional<JourneySpec.Identity> as) {
        Fields fields = value.fields(Shapes.RECONCILE);
        HttpStep step = new RequestBinder(signedIn(as)).bind(fields);
        if (!step.toString().contains("{write}")) {
            value.problem(
                    "'reconcile' does not ask for '{write}'", "needed: {write} in the request", "");
        }
        String count = fields.as("count", Notations.JSON_PATH, Notations.JSON_PATH.standIn());
        return new JourneySpec.Reconcile(step, count);
    }
}
