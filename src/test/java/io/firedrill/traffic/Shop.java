package io.firedrill.traffic;

import io.firedrill.scenario.Blueprint;
import io.firedrill.scenario.HttpStep;
import io.firedrill.scenario.JourneySpec;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.SignIn;
import io.firedrill.scenario.SystemSpec;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A little system to send customers to. */
final class Shop {
    static final String PASSWORD = "open-sesame-7731";
    static final Duration DEADLINE = Duration.ofMillis(1500);

    private Shop() {}

    static HttpStep get(String path, Map<String, Object> expect) {
        return new HttpStep("GET", path, Map.of(), Optional.empty(), Set.of(200), expect, Map.of());
    }

    static HttpStep post(String path, Object json) {
        return new HttpStep(
                "POST", path, Map.of(), Optional.of(json), Set.of(200, 201), Map.of(), Map.of());
    }

    static JourneySpec read(HttpStep... steps) {
        return journey("look", steps, false, false);
    }

    static JourneySpec write(HttpStep... steps) {
        return journey("buy", steps, true, false);
    }

    static JourneySpec retriedWrite(HttpStep... steps) {
        return journey("buy", steps, true, true);
    }

    private static JourneySpec journey(
            String name, HttpStep[] steps, boolean write, boolean retry) {
        return new JourneySpec(
                name,
                "web",
                DEADLINE,
                Optional.empty(),
                List.of(steps),
                write,
                retry,
                Optional.empty());
    }

    static HttpStep buying() {
        return post("/orders", Map.of("id", "{write}"));
    }

    static JourneySpec signedIn(JourneySpec spec, String... who) {
        return new JourneySpec(
                spec.name(),
                spec.entry(),
                spec.deadline(),
                Optional.of(new JourneySpec.Identity("password", List.of(who), "${SHOP_PASSWORD}")),
                spec.steps(),
                spec.write(),
                spec.retryUnknown(),
                spec.reconcile());
    }

    static JourneySpec lasting(JourneySpec spec, Duration deadline) {
        return new JourneySpec(
                spec.name(),
                spec.entry(),
                deadline,
                spec.as(),
                spec.steps(),
                spec.write(),
                spec.retryUnknown(),
                spec.reconcile());
    }

    static JourneySpec reconciledBy(JourneySpec spec, HttpStep step, String count) {
        return new JourneySpec(
                spec.name(),
                spec.entry(),
                spec.deadline(),
                spec.as(),
                spec.steps(),
                spec.write(),
                spec.retryUnknown(),
                Optional.of(new JourneySpec.Reconcile(step, count)));
    }

    static SystemSpec system(JourneySpec... journeys) {
        HttpStep session = new HttpStep(
                "POST",
                "/sessions",
                Map.of(),
                Optional.of(Map.of("customer", "{who}", "password", "{password}")),
                Set.of(201),
                Map.of(),
                Map.of("token", "$.token"));
        SignIn signIn = new SignIn(
                "password", List.of(session), Map.of("Authorization", "Bearer {token}"), 401);
        return new SystemSpec(
                "shop",
                "A little shop",
                "hot",
                Path.of("scenarios/shop"),
                new Blueprint.Inprocess("shop", Map.of()),
                Set.of(),
                Map.of(),
                List.of(),
                Map.of(),
                Map.of("password", signIn),
                Stream.of(journeys).collect(Collectors.toMap(JourneySpec::name, spec -> spec)),
                Map.of("SHOP_PASSWORD", PASSWORD));
    }

    static Scenario scenario(double perSecond, JourneySpec... journeys) {
        return new Scenario(
                "shop/drill",
                Path.of("scenarios/shop/drill.yaml"),
                "A drill",
                new Scenario.About(
                        Optional.empty(),
                        Optional.empty(),
                        Scenario.Level.GATE,
                        1,
                        "normal",
                        "",
                        Map.of()),
                system(journeys),
                Stream.of(journeys).collect(Collectors.toMap(JourneySpec::name, spec -> perSecond)),
                new Scenario.Baseline(Duration.ofSeconds(1), 0),
                List.of(),
                List.of(),
                List.of(),
                Duration.ofMinutes(1),
                Optional.empty());
    }
}
