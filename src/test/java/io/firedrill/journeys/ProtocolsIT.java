package io.firedrill.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.journeys.AmqpPublish;
import com.example.journeys.SmtpMail;
import com.example.journeys.WebSocketEcho;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Event;
import io.firedrill.journal.Outcome;
import io.firedrill.traffic.Journey;
import io.javalin.Javalin;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Each example of a journey in another protocol in a drill against a real server of it. */
@Execution(ExecutionMode.CONCURRENT)
final class ProtocolsIT {
    private static final Path EXAMPLES = Path.of("src/docs/example/journeys");
    private static final String SECRET = "open-sesame-7731";

    @TempDir
    Path folder;

    @Test
    void mailBySmtp() {
        GreenMail server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", "smtp"), new ServerSetup(0, "127.0.0.1", "imap")
        });
        server.setUser("ada@bank.example", "ada", SECRET);
        server.start();
        try {
            Played played = play(
                    "mail",
                    Map.of(
                            "@smtp@", "" + server.getSmtp().getPort(),
                            "@imap@", "" + server.getImap().getPort()),
                    new SmtpMail());

            assertThat(played.causes()).isEmpty();
            failsInEveryWay(played, "statement");
            everyAcknowledgedWriteWasFound(played, "statement");
        } finally {
            server.stop();
        }
    }

    @Test
    void messagesByAmqp() throws Exception {
        try (Broker broker = Broker.start("teller", SECRET, "payments")) {
            Played played =
                    play("messages", Map.of("@amqp@", "" + broker.port()), new AmqpPublish());

            assertThat(played.causes()).isEmpty();
            failsInEveryWay(played, "payment");
            everyAcknowledgedWriteWasFound(played, "payment");
        }
    }

    @Test
    void answersByWebSocket() {
        Javalin server = Javalin.create(config -> config.showJavalinBanner = false)
                .ws("/echo", ws -> ws.onMessage(context -> context.send(context.message())))
                .start("127.0.0.1", 0);
        try {
            Played played =
                    play("talk", Map.of("@websocket@", "" + server.port()), new WebSocketEcho());

            assertThat(played.causes()).isEmpty();
            failsInEveryWay(played, "question");
        } finally {
            server.stop();
        }
    }

    private Played play(String example, Map<String, String> ports, Journey journey) {
        return Played.of(
                new Played.Example(EXAMPLES.resolve(example), ports, new Gateway()),
                folder,
                journey);
    }

    /** Dead: refused. Frozen: silence. */
    static void failsInEveryWay(Played played, String journey) {
        assertThat(played.reasons(journey))
                .containsKeys(AttemptReason.NONE, AttemptReason.REFUSED, AttemptReason.TIMEOUT);
        assertThat(played.attempts(journey))
                .filteredOn(attempt -> attempt.reason() == AttemptReason.HARNESS)
                .extracting(Event.Attempt::detail)
                .isEmpty();
    }

    static void everyAcknowledgedWriteWasFound(Played played, String journey) {
        List<String> told = played.attempts(journey).stream()
                .filter(attempt -> attempt.outcome() == Outcome.OK)
                .map(Event.Attempt::write)
                .toList();
        assertThat(told).hasSizeGreaterThan(20);
        assertThat(played.events(Event.WriteReconciled.class))
                .filteredOn(write -> told.contains(write.write()))
                .hasSameSizeAs(told)
                .allSatisfy(write -> assertThat(write.count()).isEqualTo(1));
    }
}
