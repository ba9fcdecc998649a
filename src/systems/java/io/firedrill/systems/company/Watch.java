package io.firedrill.systems.company;

import io.firedrill.topology.inprocess.Host;
import io.firedrill.topology.inprocess.Program;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Monitoring: asks at the front what customers ask, again and again; calls whoever is on call, and
 * the next one where nobody answers; and notes in the records what it sees.
 */
record Watch(Times times) implements Program {
    /** Journey to a request that fails where the journey does, and changes nothing. */
    private static final Map<String, WebRequest> QUESTIONS = Map.of(
            "order", WebRequest.get("/orders?id=monitoring"),
            "look-up", WebRequest.get("/items"));

    @Override
    public void start(Host host) throws IOException {
        Tower tower = new Tower(host, times);
        Duration look = times.machines().look();
        QUESTIONS.forEach(
                (journey, question) -> host.work().every(look, () -> tower.ask(journey, question)));
        host.work().every(look, tower::judge);
        host.work().run(tower::tryPagers);
    }

    /** Monitoring while it runs. */
    private static final class Tower {
        /** So many answers in a row turn what is thought of a journey. */
        private static final int TURNS = 2;

        private static final int TRIES = 5;
        private static final String TEST = "TEST";

        private final Host host;
        private final Times times;
        private final WebCall front;
        private final WebCall records;
        private final Pager pager;
        private final Pager deputy;
        private final Clock clock = Clock.systemUTC();
        private final Map<String, Streak> streaks = new ConcurrentHashMap<>();
        private Alert alert;
        private Alert noted;

        /** What is thought of a journey, and how many answers in a row say otherwise. */
        private record Streak(boolean well, int against) {
            Streak heard(boolean good) {
                if (good == well) {
                    return new Streak(well, 0);
                }
                return against + 1 >= TURNS ? new Streak(good, 0) : new Streak(well, against + 1);
            }
        }

        Tower(Host host, Times times) {
            this.host = host;
            this.times = times;
            this.front = new WebCall(host.network(), Front.NAME, Front.PORT);
            this.records = new WebCall(host.network(), Records.NAME, Records.PORT);
            this.pager = Pager.of("pager", host, times);
            this.deputy = Pager.of("deputy", host, times);
            this.alert = new Alert("", List.of(), clock.instant(), false, false);
            this.noted = alert;
        }

        private void ask(String journey, WebRequest question) {
            boolean good;
            try {
                good = front.send(question, times.machines().patience()).ok();
            } catch (IOException noAnswer) {
                good = false;
            }
            streaks.put(
                    journey, streaks.getOrDefault(journey, new Streak(true, 0)).heard(good));
        }

        private List<String> failing() {
            TreeSet<String> failing = new TreeSet<>();
            streaks.forEach((journey, streak) -> {
                if (!streak.well()) {
                    failing.add(journey);
                }
            });
            return List.copyOf(failing);
        }

        private void judge() {
            Instant now = clock.instant();
            List<String> failing = failing();
            if (failing.isEmpty() != alert.well()) {
                alert = failing.isEmpty()
                        ? alert.over(now)
                        : new Alert("ALERT-" + now.toEpochMilli(), failing, now, false, false);
            } else {
                alert = alert.failing(failing);
            }
            try {
                call(now);
                note();
            } catch (IOException notNow) {
                host.console().log("tries again: " + notNow.getMessage());
            }
        }

        private void call(Instant now) throws IOException {
            Duration since = Duration.between(alert.since(), now);
            String what = "Customers do not get through: " + String.join(", ", alert.failing());
            if (alert.well()) {
                if (alert.called()) {
                    pager.over(alert.key());
                    if (alert.escalated()) {
                        deputy.over(alert.key());
                    }
                    alert = alert.called(false);
                }
            } else if (!alert.called()) {
                if (since.compareTo(times.machines().pageAfter()) >= 0) {
                    pager.call(alert.key(), what);
                    alert = alert.called(true);
                }
            } else if (!alert.escalated() && since.compareTo(times.escalateAfter()) >= 0) {
                escalate(what);
            }
        }

        /** Nobody answered in time, so the next one is called. */
        private void escalate(String what) throws IOException {
            String key = Records.ACKNOWLEDGED + alert.key();
            WebAnswer answers = records.send(
                    WebRequest.get("/book?under=" + key), times.machines().patience());
            if (answers.ok() && !Json.tree(answers.body()).has(key)) {
                deputy.call(alert.key(), "Nobody acknowledged. " + what);
                alert = alert.escalate();
            }
        }

        private void note() throws IOException {
            if (!alert.equals(noted)) {
                WebAnswer answer = records.send(
                        WebRequest.put("/alert", Json.text(alert)),
                        times.machines().patience());
                noted = answer.ok() ? alert : noted;
            }
        }

        /** A pager that was never tried may be dead when it is needed. */
        private void tryPagers() {
            host.work().pause(times.machines().settle());
            tryOne(pager);
            tryOne(deputy);
        }

        private void tryOne(Pager one) {
            for (int left = TRIES; left > 0; left--) {
                try {
                    one.call(TEST, "This is a test. There is nothing to do. | Test: yes");
                    one.over(TEST);
                    return;
                } catch (IOException notNow) {
                    host.work().pause(times.machines().throttled());
                }
            }
        }
    }
}
