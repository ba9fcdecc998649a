package io.firedrill.cli;

import io.firedrill.check.Judge;
import io.firedrill.fault.FaultCatalog;
import io.firedrill.run.LatestEnd;
import io.firedrill.scenario.Assignment;
import io.firedrill.scenario.Blueprint;
import io.firedrill.scenario.JourneySpec;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.PlainWords;
import io.firedrill.scenario.Price;
import io.firedrill.scenario.Programme;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Step;
import io.firedrill.scenario.SystemSpec;
import io.firedrill.scenario.Tempo;
import io.firedrill.topology.RelayedLinks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A drill in plain words, line by line. */
final class Explanation {
    private final Scenario scenario;
    private final List<Scenario> twins;
    private final FaultCatalog faults = FaultCatalog.load();
    private final Judge judge = Judge.withAllChecks();
    private final List<String> lines = new ArrayList<>();

    Explanation(Scenario scenario, List<Scenario> twins) {
        this.scenario = scenario;
        this.twins = twins;
    }

    /** Gives the lines. */
    List<String> lines() {
        head();
        start();
        customers();
        steps();
        objectives();
        twins();
        end();
        return List.copyOf(lines);
    }

    private void head() {
        lines.add(scenario.id() + ": " + scenario.title());
        scenario.twin()
                .ifPresent(twin -> lines.add("A twin of " + twin.of() + ", sabotaged: "
                        + twin.title() + ". It must turn " + twin.objective() + " to "
                        + twin.status()
                        + " (" + twin.reason() + "); else the drill proves nothing."));
        Scenario.About about = scenario.about();
        if (!about.why().isEmpty()) {
            lines.add("Why: " + about.why());
        }
        about.function()
                .ifPresent(function -> lines.add("Evidence for: " + function
                        + about.plan()
                                .map(plan -> "; plan " + plan.id() + ", version " + plan.version())
                                .orElse("")));
        programme(about);
        lines.add("Level: " + about.level().word());
        if (about.repeat() > 1) {
            Duration longest = Tempo.of(scenario.system().blueprint()).phase();
            lines.add("Runs: " + about.repeat() + ", one after the other, each with a fresh system;"
                    + " the first fault comes up to " + PlainWords.duration(longest)
                    + " later than below, in another phase in each of them. The worst counts.");
        }
    }

    private void programme(Scenario.About about) {
        about.threat().ifPresent(threat -> lines.add("Threat: " + threat + every(about, threat)));
        function(about)
                .map(Programme.Function::targets)
                .orElse(List.of())
                .forEach(target -> lines.add("Target of the programme: " + target.value() + " "
                        + target.limit() + ", "
                        + (target.source().isEmpty()
                                ? "no source stated"
                                : "from: " + target.source())));
    }

    private static Optional<Programme.Function> function(Scenario.About about) {
        return about.programme().flatMap(known -> about.function().flatMap(known::function));
    }

    private static String every(Scenario.About about, String threat) {
        return function(about)
                .flatMap(it -> Optional.ofNullable(it.threats().get(threat)))
                .map(time -> "; to be drilled every " + time.toDays() + " days")
                .orElse("");
    }

    private void start() {
        SystemSpec system = scenario.system();
        heading("1. The system starts");
        lines.add("   " + system.title() + " (" + system.name() + ", " + system.tier() + "), "
                + made(system.blueprint()) + ":");
        lines.add("   " + String.join(", ", system.components()));
        lines.add("   Relays stand on:");
        RelayedLinks.of(scenario).forEach(link -> lines.add("     " + link));
        people(system);
    }

    private void people(SystemSpec system) {
        if (!system.channels().isEmpty()) {
            lines.add("   People are told on these channels:");
            system.channels()
                    .values()
                    .forEach(channel -> lines.add(
                            "     " + channel.name() + ": " + PlainWords.channel(channel)));
        }
        system.communication().ifPresent(plan -> {
            lines.add("   " + plan.title() + " (the plan; " + PlainWords.scale(plan.timeScale())
                    + "):");
            plan.audiences()
                    .values()
                    .forEach(audience -> lines.add(
                            "     " + audience.name() + ": " + PlainWords.audience(audience)));
        });
    }

    private static String made(Blueprint blueprint) {
        return blueprint instanceof Blueprint.Composed composed
                ? "in containers, from "
                        + composed.files().stream()
                                .map(file -> String.valueOf(file.getFileName()))
                                .collect(Collectors.joining(" and "))
                : "in this JVM, the pocket system '" + ((Blueprint.Inprocess) blueprint).program()
                        + "'";
    }

    private void customers() {
        heading("2. Customers come, whether the ones before were served or not");
        scenario.customers().forEach((name, rate) -> {
            JourneySpec journey = scenario.system().journeys().get(name);
            Price price = scenario.about().prices().get(name);
            lines.add("   " + name + ": " + PlainWords.rate(rate)
                    + (journey == null ? "" : ", " + journey(journey))
                    + (price == null ? "" : "; one that is not served costs " + price));
        });
        Scenario.Baseline baseline = scenario.baseline();
        lines.add("   Before anything is broken they must be served for "
                + PlainWords.duration(baseline.lasting()) + " with at most "
                + Counted.of(baseline.atMost(), "failure") + ". Else: INCONCLUSIVE, nothing is"
                + " broken.");
    }

    private static String journey(JourneySpec journey) {
        String steps = means(journey);
        return "by " + journey.entry() + ": " + steps + "; one waits "
                + PlainWords.duration(journey.deadline()) + " at most"
                + (journey.write() ? "; its last good answer says that a write is safe" : "")
                + (journey.retryUnknown() ? "; what is not known is tried again" : "");
    }

    private static String means(JourneySpec journey) {
        if (journey.means() instanceof JourneySpec.Means.Plugin plugin) {
            return "journey '" + plugin.kind() + "' on the class path";
        }
        if (journey.means() instanceof JourneySpec.Means.Program program) {
            String words = String.join(" ", program.command());
            return "a program, " + program.image().map(image -> image + " ").orElse("") + words;
        }
        return journey.steps().stream()
                .map(step -> step.method() + " " + step.path())
                .collect(Collectors.joining(", then "));
    }

    private void steps() {
        heading("3. What is done to it");
        int number = 0;
        for (Step step : scenario.steps()) {
            number++;
            String when = PlainWords.when(step.when());
            lines.add("   " + number + ". " + when + ": " + what(step));
        }
        procedures();
        lines.add(
                "   Each effect and each heal is proved by a witness. What no step heals is healed"
                        + " at the end.");
    }

    private String what(Step step) {
        if (step instanceof Step.Inject inject) {
            return faults.explain(inject.fault()) + " (called '" + step.called() + "')";
        }
        return step instanceof Step.Ask ask
                ? PlainWords.assignment(ask.assignment()) + " (called '" + step.called() + "')"
                : "'" + step.called() + "' is healed";
    }

    private void procedures() {
        for (Step step : scenario.steps()) {
            if (step instanceof Step.Ask ask && ask.assignment().runbook()) {
                lines.add("   The lines of '" + ask.called() + "':");
                for (Assignment.Line line : ask.assignment().lines()) {
                    lines.add("     " + line.text() + " (" + line.role() + ", planned "
                            + PlainWords.duration(line.planned()) + ")");
                }
            }
        }
    }

    private void objectives() {
        heading("4. What is measured");
        for (Objective objective : scenario.objectives()) {
            String prediction = scenario.about().predict().get(objective.id());
            String because = objective
                    .settings()
                    .find("because", String.class)
                    .map(why -> "; other than the plan, because: " + why)
                    .orElse("");
            lines.add("   " + objective.id() + ": " + judge.explain(objective) + because
                    + (prediction == null ? "" : " (predicted: " + prediction + ")"));
        }
    }

    private void twins() {
        if (!twins.isEmpty()) {
            heading("5. Its twins: the same drill on a sabotaged system, which must be found out");
            for (Scenario each : twins) {
                Scenario.Twin twin = each.twin().orElseThrow();
                lines.add("   " + each.id().substring(scenario.id().length() + 1) + ": "
                        + twin.title() + " -> " + twin.objective() + " " + twin.status() + " ("
                        + twin.reason() + ")");
            }
        } else if (scenario.twin().isEmpty()) {
            heading("5. It has no twin: nothing shows that it can fail");
        }
    }

    private void end() {
        LatestEnd end = LatestEnd.of(scenario);
        heading("It is over " + PlainWords.duration(end.total())
                + " after its start at the latest:");
        end.parts()
                .forEach((part, bound) ->
                        lines.add("   " + PlainWords.duration(bound) + " " + part));
        lines.add("   Images are built before that, and the system is taken down after it."
                + " An INCONCLUSIVE drill is run again as often as firedrill.rerun says.");
    }

    private void heading(String text) {
        lines.add("");
        lines.add(text);
    }
}
