package io.firedrill.check;

import static io.firedrill.check.JournalDsl.journal;
import static io.firedrill.check.JournalDsl.nanos;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.Event;
import io.firedrill.journal.Event.Ternary;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Blueprint;
import io.firedrill.scenario.SystemSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Replays of db1, which the fault "lost host" hits at 10 s and leaves at 30 s. */
class MembershipTests {
    private static final SystemSpec BANK = Scenarios.primaryLost().system();

    @Test
    void componentIsInItsPlaceOnceEverythingIsAsItShouldBe() {
        JournalDsl back = standby()
                .component(30.5, "db1", "die")
                .component(32, "db1", "start")
                .component(35, "db1", "healthy");

        assertThat(replay(back).joined()).contains(new Interval(nanos(34.99), nanos(35)));
    }

    @Test
    void itsEntriesAreThoseOfItselfAndOfItsRoles() {
        JournalDsl told = standby()
                .component(31, "portal-1", "die")
                .component(32, "db1", "start")
                .event(33, role("leader", "db1"))
                .fault("lost host")
                .on(10, 30);

        Journal journal = told.build();
        Faults faults = Faults.of(journal);

        assertThat(Membership.replay("db1", BANK, journal, faults).events())
                .extracting(
                        index -> journal.entries().get(index.intValue()).event().getClass())
                .isEqualTo(List.of(
                        Event.RoleAnswered.class,
                        Event.RoleAnswered.class,
                        Event.ComponentSeen.class));
    }

    @Test
    void roleThatItCannotHoldIsNotItsConcern() {
        Membership portal = replay("portal-1", journal().role(20, "db1", Ternary.UNKNOWN));

        assertThat(portal.joined()).isPresent();
        assertThat(portal.events()).isEmpty();
        assertThat(portal.missing()).isEqualTo("portal-1 is in its place");
    }

    @Test
    void saysWhatIsMissing() {
        JournalDsl told = journal().component(9, "db1", "healthy");
        assertThat(replay(told.component(31, "db1", "die")).missing())
                .isEqualTo("db1 is not running");
        told.component(32, "db1", "start").component(33, "db1", "healthy");
        assertThat(replay(told).missing()).isEqualTo("db1 does not answer whether it is primary");
        told.role(34, "db1", Ternary.NO);
        assertThat(replay(told).missing()).isEqualTo("no component is primary");
        told.role(35, "db1", Ternary.YES).role(36, "db2", Ternary.YES);
        assertThat(replay(told).missing()).isEqualTo("db1 and db2 are primary at once");
        told.role(37, "db1", Ternary.NO);
        assertThat(replay(told).missing()).isEqualTo("db1 is in its place");
        told.component(38, "db1", "pause");
        assertThat(replay(told).missing()).isEqualTo("db1 is paused");
    }

    @Test
    void placeIsUnknownOnlyWhereNobodyHasHeldTheRoleSinceTheFault() {
        assertThat(replay(journal().role(5, "db1", Ternary.NO)).orphaned()).isTrue();
        assertThat(replay(journal().role(5, "db1", Ternary.UNKNOWN)).orphaned())
                .as("it does not answer")
                .isFalse();
        assertThat(replay(standby()).orphaned()).as("db2 holds it").isFalse();
        assertThat(replay(standby().role(20, "db2", Ternary.NO)).orphaned())
                .as("db2 held it only before the fault")
                .isTrue();
        assertThat(replay(standby().role(10.1, "db2", Ternary.YES).role(20, "db2", Ternary.NO))
                        .orphaned())
                .as("seen to hold it since 10 s, when the fault was applied")
                .isTrue();
        assertThat(replay(standby().role(12, "db2", Ternary.YES).role(20, "db2", Ternary.NO))
                        .orphaned())
                .as("held and given up since the fault")
                .isFalse();
        assertThat(replay(standby().role(20, "db2", Ternary.NO).component(25, "db1", "pause"))
                        .orphaned())
                .as("it is not up")
                .isFalse();
    }

    @Test
    void twoWhoHoldTheRoleAreNoOrphanedRole() {
        assertThat(replay(standby().role(12, "db1", Ternary.YES)).orphaned()).isFalse();
    }

    @Test
    void oneRoleWithoutAHolderIsEnoughAndOneInDisorderTooMuch() {
        SystemSpec.Role primary =
                new SystemSpec.Role("primary", List.of("db1", "db2"), List.of("ask"));
        SystemSpec.Role leader =
                new SystemSpec.Role("leader", List.of("db1", "db2"), List.of("ask"));
        SystemSpec two = system(Map.of("primary", primary, "leader", leader));
        JournalDsl empty = standby().event(6, role("leader", "db1"));
        JournalDsl unheld =
                standby().event(6, new Event.RoleAnswered("leader", "db1", Ternary.NO, 0, 1));

        assertThat(replay(two, unheld).orphaned()).isTrue();
        assertThat(replay(two, empty).orphaned()).as("both are held").isFalse();
        assertThat(replay(two, standby()).orphaned()).as("leader: no answer").isFalse();
    }

    @Test
    void timeCountsFromItsHealUnlessItCameBackBefore() {
        JournalDsl early = standby().component(11, "db1", "die").component(12, "db1", "start");
        JournalDsl atTheHeal = standby().component(11, "db1", "die").component(30, "db1", "start");
        JournalDsl late = standby().component(11, "db1", "die").component(30.5, "db1", "start");

        assertThat(replay(early).origin()).contains(new Interval(nanos(10.99), nanos(11)));
        assertThat(replay(atTheHeal).origin()).contains(new Interval(nanos(10.99), nanos(11)));
        assertThat(replay(late).origin()).contains(new Interval(nanos(30), nanos(30.001)));
        assertThat(replay(late).watched()).isEqualTo(nanos(30.5) - nanos(30.001));
    }

    @Test
    void deathBeforeTheFaultAndStartWithoutADeathAreNoRestart() {
        JournalDsl before = standby().component(8, "db1", "die").component(12, "db1", "start");
        JournalDsl noDeath = standby().component(12, "db1", "start");
        JournalDsl again = standby()
                .component(11, "db1", "die")
                .component(12, "db1", "start")
                .component(13, "db1", "die");
        JournalDsl atTheFault = standby().component(10, "db1", "die").component(12, "db1", "start");
        Interval heal = new Interval(nanos(30), nanos(30.001));

        assertThat(replay(before).origin()).contains(heal);
        assertThat(replay(noDeath).origin()).contains(heal);
        assertThat(replay(again).origin()).as("died again, stayed dead").contains(heal);
        assertThat(replay(atTheFault).origin()).contains(new Interval(nanos(9.99), nanos(10)));
    }

    @Test
    void onlyTheLastHealThatWentWellOfItsOwnFaultCounts() {
        JournalDsl told = journal()
                .fault("other", "pause", "db2", "db2")
                .on(50, 55)
                .fault("again", "pause", "db1", "db1")
                .on(40, 45)
                .fault("failed", "pause", "db1", "db1")
                .at(60)
                .event(62, new Event.FaultHealed("failed", nanos(61), nanos(62), "refused"));

        assertThat(replay(told).origin()).contains(new Interval(nanos(45), nanos(45.001)));
    }

    @Test
    void neverHealedAndNeverRestartedHasNoOrigin() {
        Journal journal = standby().fault("lost host").at(10).build();
        Membership db1 = Membership.replay("db1", BANK, journal, Faults.of(journal));

        assertThat(db1.origin()).isEmpty();
        assertThat(db1.watched()).isZero();
    }

    @Test
    void whatIsSeenAsTheSystemIsTakenDownDoesNotCountButWhatIsSeenJustBeforeDoes() {
        JournalDsl atTheEnd = standby().component(70, "db1", "die").ended(70);
        JournalDsl after = standby().ended(70).component(70.001, "db1", "die");

        assertThat(replay(atTheEnd).joined()).isEmpty();
        assertThat(replay(after).joined()).isPresent();
    }

    private static JournalDsl standby() {
        return journal().role(4, "db1", Ternary.NO).role(5, "db2", Ternary.YES);
    }

    private static Event role(String role, String component) {
        return new Event.RoleAnswered(role, component, Ternary.YES, nanos(5), nanos(6));
    }

    private static Membership replay(JournalDsl told) {
        return replay("db1", told);
    }

    private static Membership replay(String component, JournalDsl told) {
        Journal journal = lost(told);
        return Membership.replay(component, BANK, journal, Faults.of(journal));
    }

    private static Membership replay(SystemSpec system, JournalDsl told) {
        Journal journal = lost(told);
        return Membership.replay("db1", system, journal, Faults.of(journal));
    }

    private static Journal lost(JournalDsl told) {
        Journal so = told.build();
        boolean there = so.first(Event.FaultIntended.class)
                .filter(fault -> fault.called().equals("lost host"))
                .isPresent();
        return there ? so : told.fault("lost host").on(10, 30).build();
    }

    private static SystemSpec system(Map<String, SystemSpec.Role> roles) {
        return new SystemSpec(
                "bank",
                "Bank",
                "hot",
                Path.of("bank"),
                new Blueprint.Composed(List.of()),
                Set.of("db1", "db2"),
                Map.of(),
                List.of(),
                roles,
                Map.of(),
                Map.of(),
                Map.of());
    }
}
