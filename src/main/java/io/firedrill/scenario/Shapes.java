package io.firedrill.scenario;

import java.util.List;
import java.util.stream.Stream;

/** The keys of every mapping in the files; {@code scenarios/README.md} explains each. */
final class Shapes {
    static final Shape SYSTEM = new Shape(
            "a system",
            List.of("system", "title", "entries"),
            List.of(
                    "compose",
                    "inprocess",
                    "components",
                    "settings",
                    "tier",
                    "env-file",
                    "links",
                    "roles",
                    "sign-ins",
                    "journeys",
                    "channels"));
    static final Shape CHANNEL = new Shape(
            "a channel",
            List.of("speaks"),
            List.of(
                    "at",
                    "look",
                    "path",
                    "read",
                    "user",
                    "password",
                    "token",
                    "secret",
                    "rate",
                    "deliver-after",
                    "fails",
                    "callback",
                    "acknowledges-after",
                    "acknowledges",
                    "every"));
    static final Shape ROLE = new Shape("a role", List.of("among", "ask"), List.of());
    static final Shape SIGN_IN = new Shape(
            "a sign-in", List.of(), List.of("do", "send", "cookies", "oauth2", "refused"));
    static final Shape OAUTH2 = new Shape(
            "'oauth2'",
            List.of("token", "client", "secret"),
            List.of("entry", "scope", "client-auth"));
    static final Shape JOURNEY = new Shape(
            "a journey",
            List.of("entry", "deadline"),
            List.of("do", "by", "with", "run", "as", "acknowledges", "on-unknown", "reconcile"));
    static final Shape PROGRAM =
            new Shape("'run'", List.of(), List.of("image", "command", "environment", "files"));
    static final Shape IDENTITY = new Shape("'as'", List.of("sign-in"), List.of("who", "password"));
    static final Shape CUSTOMERS =
            new Shape("'as'", List.of("who"), List.of("sign-in", "password"));
    static final List<String> WITHOUT_BODY = List.of("get", "delete");
    static final List<String> WITH_BODY = List.of("post", "put", "patch");
    static final Shape REQUEST = new Shape(
            "a request",
            List.of(),
            List.of(
                    "get", "post", "put", "patch", "delete", "headers", "json", "form", "expect",
                    "keep"));
    static final Shape RECONCILE = new Shape(
            "'reconcile'",
            List.of("count"),
            List.of(
                    "get", "post", "put", "patch", "delete", "entry", "headers", "json", "form",
                    "expect"));
    static final Shape EXPECT = new Shape("'expect'", List.of(), List.of("status", "json"));

    static final List<String> SCRIPT =
            List.of("customers", "baseline", "steps", "objectives", "told", "relays", "limit");
    static final Shape DRILL = new Shape(
            "a drill",
            List.of("drill", "customers", "steps", "objectives"),
            List.of(
                    "function",
                    "threat",
                    "plan",
                    "roles",
                    "level",
                    "repeat",
                    "severity",
                    "why",
                    "predict",
                    "price",
                    "baseline",
                    "told",
                    "relays",
                    "limit"));
    static final Shape PLAN = new Shape("'plan'", List.of("id", "version"), List.of());
    static final Shape BASELINE = new Shape("'baseline'", List.of("for"), List.of("at-most"));
    /** What a step does: exactly one of these. */
    static final List<String> VERBS = List.of("inject", "heal", "person", "runbook");

    static final Shape STEP = new Shape(
            "a step",
            List.of(),
            Stream.concat(Stream.of("when"), VERBS.stream()).toList());
    static final Shape ASKED = new Shape(
            "'person'",
            List.of("called", "role", "prompt", "within", "stand-in"),
            List.of("answers", "act", "deputy", "absent"));
    static final Shape DEPUTY = new Shape("'deputy'", List.of("role", "after"), List.of());
    static final Shape RUNBOOK = new Shape(
            "'runbook'",
            List.of("called", "stand-in"),
            List.of("lines", "file", "role", "takes", "within"));
    static final Shape RUNBOOK_LINE =
            new Shape("a line of a runbook", List.of("do"), List.of("role", "takes"));
    static final Shape WHEN = new Shape(
            "'when'",
            List.of(),
            List.of(
                    "after",
                    "recovered",
                    "held",
                    "role-moved",
                    "failing",
                    "for",
                    "told",
                    "answered"));

    static final Shape TWIN = new Shape(
            "a twin",
            List.of("twin", "of", "expect"),
            List.of(
                    "level",
                    "compose",
                    "settings",
                    "customers",
                    "baseline",
                    "steps",
                    "objectives",
                    "told",
                    "relays",
                    "limit"));
    static final Shape TWIN_EXPECT =
            new Shape("'expect' of a twin", List.of("objective", "verdict", "reason"), List.of());

    static final Shape COMMUNICATION = new Shape(
            "a communication plan",
            List.of("communication", "audiences"),
            List.of("timeScale", "people", "approvers", "domains", "states", "told"));
    static final Shape AUDIENCE = new Shape(
            "an audience", List.of("channels"), List.of("public", "fallback", "journeys"));
    /** The names of channels come on top. */
    static final Shape PERSON = new Shape(
            "a person",
            List.of("name", "audience"),
            List.of("segment", "prefers", "language", "opted-out"));

    static final Shape PROGRAMME = new Shape(
            "a programme", List.of("programme", "functions"), List.of("owner", "roles", "systems"));
    static final Shape FUNCTION = new Shape(
            "a function", List.of("title", "systems", "threats"), List.of("owner", "targets"));
    static final Shape TARGET =
            new Shape("a target", List.of("value", "limit"), List.of("source", "approver"));
    static final Shape SYSTEM_FACTS =
            new Shape("a system of a programme", List.of(), List.of("owner", "fidelity"));
    static final Shape FIDELITY =
            new Shape("'fidelity' of a component", List.of("is"), List.of("words"));
    static final Shape ROLES = new Shape(
            "'roles'",
            List.of(),
            List.of("designed", "ran", "evaluated", "approved", "independence"));

    static final Shape FINDINGS = new Shape("a ledger of findings", List.of("findings"), List.of());
    static final Shape FINDING = new Shape(
            "a finding",
            List.of(
                    "id",
                    "drill",
                    "objective",
                    "what",
                    "class",
                    "severity",
                    "owner",
                    "found",
                    "due"),
            List.of("cause", "accepted", "closed", "retest"));
    static final Shape ACCEPTED = new Shape("'accepted'", List.of("by", "until", "why"), List.of());

    /** Every shape, for the documentation's test. */
    static final List<Shape> ALL = List.of(
            SYSTEM,
            CHANNEL,
            ROLE,
            SIGN_IN,
            OAUTH2,
            JOURNEY,
            PROGRAM,
            IDENTITY,
            CUSTOMERS,
            REQUEST,
            RECONCILE,
            EXPECT,
            DRILL,
            PLAN,
            BASELINE,
            STEP,
            ASKED,
            DEPUTY,
            RUNBOOK,
            RUNBOOK_LINE,
            WHEN,
            TWIN,
            TWIN_EXPECT,
            COMMUNICATION,
            AUDIENCE,
            PERSON,
            PROGRAMME,
            FUNCTION,
            TARGET,
            SYSTEM_FACTS,
            FIDELITY,
            ROLES,
            FINDINGS,
            FINDING,
            ACCEPTED);

    private Shapes() {}
}
