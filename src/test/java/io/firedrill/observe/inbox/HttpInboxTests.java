package io.firedrill.observe.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.firedrill.DrillException;
import io.firedrill.journal.Event.Delivery;
import io.firedrill.journal.Event.DeliveryReported;
import io.firedrill.journal.Event.NoticeReceived;
import io.firedrill.journal.JournalException;
import io.firedrill.journal.SystemClock;
import io.firedrill.observe.Inbox;
import io.firedrill.observe.InboxKind;
import io.firedrill.scenario.Channel;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HttpInboxTests {

    @Test
    void allKindsThatSpeakHttpAreFound() {
        Set<String> spoken = ServiceLoader.load(InboxKind.class).stream()
                .map(kind -> kind.get().speaks())
                .collect(Collectors.toSet());

        assertThat(spoken)
                .contains(
                        "twilio",
                        "sns",
                        "fcm",
                        "ntfy",
                        "slack",
                        "teams",
                        "mastodon",
                        "pagerduty",
                        "webhook");
    }

    @Test
    void aThousandNoticesFromTwentyConnectionsAllArrive() {
        try (Rig rig = new Rig(new WebhookKind())) {
            List<CompletableFuture<Integer>> senders = IntStream.range(0, 20)
                    .mapToObj(sender -> CompletableFuture.supplyAsync(
                            () -> served(rig, sender, 50),
                            task -> new Thread(task, "sender").start()))
                    .toList();
            int served = senders.stream().mapToInt(CompletableFuture::join).sum();

            assertThat(served).isEqualTo(1_000);
            assertThat(rig.notices()).hasSize(1_000);
            assertThat(rig.notices()).extracting(NoticeReceived::message).doesNotHaveDuplicates();
            assertThat(rig.notices()).extracting(NoticeReceived::text).doesNotHaveDuplicates();
            assertThat(rig.reports())
                    .hasSize(1_000)
                    .allMatch(report -> report.delivery() == Delivery.DELIVERED);
            assertThat(rig.notices()).allMatch(notice -> notice.begin() <= notice.end());
        }
    }

    /** Sends over one connection that is kept; gives how many were answered with 200. */
    private static int served(Rig rig, int sender, int messages) {
        int served = 0;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), rig.port())) {
            socket.setSoTimeout((int) Rig.PATIENCE.toMillis());
            InputStream in = socket.getInputStream();
            for (int number = 0; number < messages; number++) {
                socket.getOutputStream()
                        .write(request("{\"text\":\"" + sender + "-" + number + "\"}"));
                served += HttpAnswers.read(in).equals("200") ? 1 : 0;
            }
        } catch (IOException lost) {
            return served;
        }
        return served;
    }

    private static byte[] request(String body) {
        return ("POST / HTTP/1.1\r\nHost: hook\r\nContent-Length: " + body.length() + "\r\n\r\n"
                        + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrder() throws IOException {
        try (Rig rig = new Rig(new WebhookKind());
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), rig.port())) {
            socket.setSoTimeout((int) Rig.PATIENCE.toMillis());
            String three = new String(request("{\"text\":\"1\"}"), StandardCharsets.US_ASCII)
                    + new String(request("{\"text\":\"2\"}"), StandardCharsets.US_ASCII)
                    + new String(request("{\"text\":\"3\"}"), StandardCharsets.US_ASCII);
            socket.getOutputStream().write(three.getBytes(StandardCharsets.US_ASCII));

            InputStream in = socket.getInputStream();
            assertThat(List.of(HttpAnswers.read(in), HttpAnswers.read(in), HttpAnswers.read(in)))
                    .containsExactly("200", "200", "200");
            assertThat(rig.notices())
                    .extracting(NoticeReceived::text)
                    .containsExactly("1", "2", "3");
        }
    }

    @Test
    void aHugeBodyIsRefusedAndTheNextMessageArrives() {
        try (Rig rig = new Rig(new WebhookKind())) {
            HttpResponse<String> huge =
                    rig.post("/", Rig.JSON, "{\"text\":\"" + "x".repeat(20_000_000) + "\"}");
            HttpResponse<String> next = rig.post("/", Rig.JSON, "{\"text\":\"small\"}");

            assertThat(huge.statusCode()).isEqualTo(413);
            assertThat(next.statusCode()).isEqualTo(200);
            assertThat(rig.notice().text()).isEqualTo("small");
            assertThat(rig.reports())
                    .extracting(DeliveryReported::detail)
                    .containsExactly("413 Request Entity Too Large", "");
        }
    }

    @Test
    void halfARequestIsNoShortOne() throws IOException {
        try (Rig rig = new Rig(new NtfyKind())) {
            hangUpAfter(rig, "POST /t1 HTTP/1.1\r\nHost: push\r\n");
            hangUpAfter(rig, "POST /t1 HTTP/1.1\r\nHost: push\r\nContent-Length: 10\r\n\r\nhalf");
            hangUpAfter(
                    rig,
                    "POST /t1 HTTP/1.1\r\nHost: push\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf");
            rig.post("/t1", "text/plain", "whole");

            assertThat(rig.notice().text()).isEqualTo("whole");
        }
    }

    private static void hangUpAfter(Rig rig, String half) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), rig.port())) {
            socket.setSoTimeout((int) Rig.PATIENCE.toMillis());
            socket.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();

            assertThat(socket.getInputStream().readAllBytes()).isEmpty();
        }
    }

    @Test
    void otherProtocolsAndHugeHeadersAreTurnedAway() throws IOException {
        try (Rig rig = new Rig(new WebhookKind())) {
            assertThat(answerTo(rig, "EHLO mail\r\n\r\n")).contains(" 400 ");
            assertThat(answerTo(rig, "POST / HTTP/1.1\r\nX: " + "x".repeat(20_000) + "\r\n\r\n"))
                    .contains(" 431 ");
            assertThat(rig.notices()).isEmpty();
        }
    }

    private static String answerTo(Rig rig, String said) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), rig.port())) {
            socket.setSoTimeout((int) Rig.PATIENCE.toMillis());
            socket.getOutputStream().write(said.getBytes(StandardCharsets.US_ASCII));
            return HttpAnswers.firstLine(socket.getInputStream());
        }
    }

    @Test
    void aWrongCharsetAndAScriptAreText() {
        try (Rig rig = new Rig(new NtfyKind())) {
            rig.post(
                    "/t1",
                    "text/plain; charset=no-such-charset",
                    "caf\u00e9 <script>alert(1)</script>\u0007");
            rig.post("/t1", "text/plain; charset=us-ascii", "caf\u00e9");

            assertThat(rig.notices())
                    .extracting(NoticeReceived::text)
                    .containsExactly("caf\u00e9 <script>alert(1)</script>", "caf\uFFFD\uFFFD");
        }
    }

    @Test
    void closedMeansNoSocketAndNoThread() {
        Rig rig = new Rig(new TwilioKind(), "deliver-after", "1h");
        rig.post(
                "/2010-04-01/Accounts/AC1/Messages.json",
                Rig.FORM,
                "To=%2B447005550101&From=1500&Body=x");
        rig.awaited(NoticeReceived.class, 1);
        rig.close();
        rig.close();

        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), rig.port()).close())
                .isInstanceOf(ConnectException.class);
        assertThat(rig.reports()).isEmpty();
        await("threads gone")
                .atMost(Rig.PATIENCE)
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().startsWith("inbox-wire")));
    }

    @Test
    void whatCanNotBeWrittenDownIsThrownWhenItIsClosed() throws IOException {
        Inbox inbox = new WebhookKind()
                .open(new InboxKind.Order(
                        new Channel(
                                "hook",
                                "webhook",
                                Optional.empty(),
                                Optional.empty(),
                                Map.of(),
                                Map.of()),
                        (actor, event) -> {
                            throw new JournalException("the disk is full", null);
                        },
                        new SystemClock(),
                        entry -> new InetSocketAddress(0)));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), inbox.port())) {
            socket.setSoTimeout((int) Rig.PATIENCE.toMillis());
            socket.getOutputStream().write(request("{}"));

            assertThat(HttpAnswers.read(socket.getInputStream())).isEqualTo("500");
        }

        assertThatThrownBy(inbox::close)
                .isInstanceOf(JournalException.class)
                .hasMessage("the disk is full");
    }

    @Test
    void aSettingThatCanNotBeReadIsSaidAtTheStart() {
        assertThatThrownBy(() -> new Rig(new SlackKind(), "rate", "many"))
                .isInstanceOf(DrillException.class)
                .hasMessage(
                        "channel 'wire': 'rate: many' can not be read; write a rate such as 50/s or 10/m");
    }
}
