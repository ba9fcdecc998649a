package io.firedrill.scenario;

import io.firedrill.scenario.JourneySpec.Means;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Binds the sign-ins and the journeys of a system, and gathers the secrets that they need. */
final class JourneyBinder {
    private final Set<String> entries;
    private final SecretNames secrets;
    private final MeansBinder means;
    private final Map<String, SignIn> signIns = new LinkedHashMap<>();
    private final Map<String, JourneySpec> journeys = new LinkedHashMap<>();

    /** Prepares to bind journeys that come in by these entries. */
    JourneyBinder(MeansBinder.Site site, Set<String> entries, SecretNames secrets) {
        this.entries = entries;
        this.secrets = secrets;
        this.means = new MeansBinder(site, new JourneyNames(entries, secrets), secrets);
    }

    /** Binds all of a system. */
    void bind(Fields system) {
        SignInBinder binder = new SignInBinder(entries, secrets);
        for (Entry entry : system.map("sign-ins")) {
            String name = entry.key().as(Notations.NAME);
            signIns.put(name, binder.bind(name, entry.value()));
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

    private JourneySpec journey(String name, Fields fields) {
        boolean requests = !fields.has("by") && !fields.has("run");
        Optional<JourneySpec.Identity> as = fields.find("as").map(it -> identity(it, requests));
        Means by = means.bind(fields, filled(as));
        boolean write =
                fields.find("acknowledges").map(it -> it.word(List.of("write"))).isPresent();
        Optional<JourneySpec.Reconcile> reconcile =
                fields.find("reconcile").map(it -> reconcile(it, as));
        checkWrites(fields, write, by);
        return new JourneySpec(
                name,
                fields.find("entry").map(it -> it.oneOf(entries, "entry")).orElse(""),
                fields.as("deadline", Notations.DURATION, Notations.DURATION.standIn()),
                as,
                by,
                write,
                fields.find("on-unknown").map(it -> it.word(List.of("retry"))).isPresent(),
                reconcile);
    }

    private static void checkWrites(Fields fields, boolean write, Means by) {
        if (!write && fields.has("reconcile")) {
            fields.place("reconcile")
                    .problem(
                            "'reconcile' asks for writes, but the journey acknowledges none",
                            "needed: acknowledges: write",
                            "");
        }
        if (by instanceof Means.Program && fields.has("as") && !fields.has("reconcile")) {
            fields.place("as")
                    .problem(
                            "'as' with 'run' says as whom 'reconcile' asks, which is missing",
                            "needed: reconcile",
                            "The program's own customers are its own affair");
        }
        boolean unnamed = by instanceof Means.Requests requests
                && requests.steps().stream().noneMatch(step -> step.toString().contains("{write}"));
        if (write && unnamed) {
            fields.place("acknowledges")
                    .problem(
                            "no step sends '{write}', so no write can be told from another",
                            "needed: {write} in a step",
                            "");
        }
    }

    private JourneySpec.Identity identity(Value value, boolean requests) {
        Fields fields = value.fields(requests ? Shapes.IDENTITY : Shapes.CUSTOMERS);
        String signIn = fields.find("sign-in")
                .map(it -> it.oneOf(signIns.keySet(), "sign-in"))
                .orElse("");
        List<String> who =
                fields.find("who").map(it -> it.notEmpty().oneOrMore()).orElse(List.of()).stream()
                        .map(Value::text)
                        .toList();
        String password = fields.find("password").map(secrets::name).orElse("");
        SignIn used = signIns.get(signIn);
        if (!fields.has("password") && used != null && used.toString().contains("{password}")) {
            value.problem(
                    "key 'password' is missing in 'as'",
                    "sign-in " + Quote.of(signIn) + " sends it",
                    "");
        }
        if (!fields.has("who") && used != null && used.client().isEmpty()) {
            value.problem("key 'who' is missing in 'as'", "needed: sign-in, who", "");
        }
        return new JourneySpec.Identity(signIn, who, password);
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
        return filled.plus(own)
                .plus(signIn == null ? List.of() : SignInBinder.kept(signIn.steps()));
    }

    private JourneySpec.Reconcile reconcile(Value value, Optional<JourneySpec.Identity> as) {
        Fields fields = value.fields(Shapes.RECONCILE);
        HttpStep step = new RequestBinder(signedIn(as)).bind(fields);
        if (!step.toString().contains("{write}")) {
            value.problem(
                    "'reconcile' does not ask for '{write}'", "needed: {write} in the request", "");
        }
        String count = fields.as("count", Notations.JSON_PATH, Notations.JSON_PATH.standIn());
        return new JourneySpec.Reconcile(
                fields.find("entry").map(it -> it.oneOf(entries, "entry")), step, count);
    }
}
