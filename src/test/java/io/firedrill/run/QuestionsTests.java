package io.firedrill.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firedrill.journal.Event;
import io.firedrill.journal.Event.AnswerRead;
import io.firedrill.scenario.Await;
import io.firedrill.scenario.HttpStep;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Settings;
import io.firedrill.scenario.Trigger;
import io.firedrill.traffic.Reads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What objectives want to know is asked, and waited for. */
class QuestionsTests {
    private final FakeShop shop = new FakeShop();
    private final List<AnswerRead> answers = Collections.synchronizedList(new ArrayList<>());
    private final List<Reads> asked = new ArrayList<>();

    @AfterEach
    void closeTheShop() {
        asked.forEach(Reads::close);
        shop.close();
    }

    private static Objective asks(String id, Map<String, Object> settings) {
        return new Objective(id, "backlog", new Settings(settings), List.of());
    }

    private static Objective overHttp(int expected) {
        HttpStep step = new HttpStep(
                "GET", "/", Map.of(), Optional.empty(), Set.of(expected), Map.of(), Map.of());
        return asks("queue", Map.of("entry", "web", "ask", step));
    }

    private Questions questions(Objective... objectives) {
        Scenario scenario = TestScenarios.of(List.of(), List.of(objectives));
        HurriedClock clock = new HurriedClock();
        Reads reads = new Reads(scenario.system(), clock);
        asked.add(reads);
        return new Questions(
                scenario,
                new Question.Place(
                        reads, shop, clock, (actor, event) -> answers.add((AnswerRead) event)));
    }

    @Test
    void anAnswerIsWrittenDownAsItIsGoodOrBad() {
        questions(overHttp(200)).askAll();
        shop.down.set(true);
        questions(overHttp(200)).askAll();
        questions(overHttp(503)).askAll();

        assertThat(answers).extracting(AnswerRead::code).containsExactly(200, 503, 503);
        assertThat(answers).extracting(AnswerRead::asExpected).containsExactly(true, false, true);
        assertThat(answers).allMatch(AnswerRead::answered).allMatch(it -> it.end() >= it.begin());
    }

    @Test
    void aCommandsOutputIsTheValueWhereItWorked() {
        Objective good = asks("a", Map.of("component", "a", "run", List.of("count")));
        Objective bad = asks("b", Map.of("component", "b", "run", List.of("count")));

        questions(good, bad).askAll();

        assertThat(answers).extracting(AnswerRead::objective).containsExactly("a", "b");
        assertThat(answers).extracting(AnswerRead::asExpected).containsExactly(true, false);
        assertThat(answers.get(0).value()).isEmpty();
        assertThat(answers.get(1).value()).isNull();
        assertThat(answers.get(1).detail()).isEqualTo("exit code 1");
    }

    @Test
    void itIsAskedAgainAndAgainUntilTheEnd() {
        Questions questions = questions(overHttp(200), asks("no question", Map.of()));

        questions.begin();
        await("three answers").atMost(Duration.ofSeconds(10)).until(() -> answers.size() >= 3);
        questions.end();
        int asked = answers.size();
        questions.askAll();

        assertThat(answers).hasSize(asked + 1).allMatch(it -> it.objective().equals("queue"));
    }

    private static Event left(String value) {
        return new AnswerRead(
                "queue", true, 200, true, value, "", Told.nanos(31), Told.nanos(31.1));
    }

    @Test
    void aBacklogIsWaitedForUntilItIsDrainedAfterTheHeal() {
        Await drained = new Await(
                new Trigger.Drained("queue", 5), Duration.ofSeconds(20), Await.From.LAST_HEAL);
        Scenario scenario = TestScenarios.of(
                List.of(TestScenarios.inject(TestScenarios.now(), "cut", "a")),
                List.of(new Objective(
                        "queue", "backlog", new Settings(Map.of()), List.of(drained))));
        Timeline timeline = new Timeline(scenario);
        Told journal = new Told().script(10).injected(12).healed(30);

        assertThat(timeline.next(Told.nanos(32), journal))
                .isEqualTo(new Move.NotYet("queue to drain"));
        journal.at(31.1, left("9"));
        assertThat(timeline.next(Told.nanos(32), journal)).isInstanceOf(Move.NotYet.class);
        journal.at(31.2, left("many"));
        assertThat(timeline.next(Told.nanos(32), journal)).isInstanceOf(Move.NotYet.class);
        journal.at(31.3, left("5"));
        assertThat(timeline.next(Told.nanos(32), journal)).isInstanceOf(Move.Done.class);
    }

    @Test
    void theStandbyIsWaitedForUntilItHasHeldTheRoleForLongEnough() {
        Trigger held = new Trigger.RoleHeld("primary", Duration.ofSeconds(10));
        Scenario scenario = TestScenarios.of(
                List.of(TestScenarios.inject(TestScenarios.now(), "cut", "a")),
                List.of(TestScenarios.awaiting(held, 60, Await.From.FIRST_FAULT)));
        Timeline timeline = new Timeline(scenario);
        Told journal = new Told().script(10).holds(11, "a", Event.Ternary.YES).injected(12);

        assertThat(timeline.next(Told.nanos(40), journal))
                .isEqualTo(new Move.NotYet("the role primary to stay for 10000 ms"));
        journal.holds(15, "b", Event.Ternary.YES);
        assertThat(timeline.next(Told.nanos(26), journal)).isInstanceOf(Move.NotYet.class);
        assertThat(timeline.next(Told.nanos(28), journal)).isInstanceOf(Move.HealRest.class);
    }
}
