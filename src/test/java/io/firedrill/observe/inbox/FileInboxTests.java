package io.firedrill.observe.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.Event.NoticeReceived;
import io.firedrill.journal.Fact;
import io.firedrill.observe.Inbox;
import io.firedrill.observe.InboxKind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The printer of the sheet. */
class FileInboxTests {
    private final Caught caught = new Caught();
    private Inbox inbox;

    @BeforeEach
    void open() {
        inbox = new FileKind().open(caught.taking("file", Map.of()));
    }

    @AfterEach
    void nothingIsLeft() {
        inbox.close();
        inbox.close();
        Caught.nothingIsLeft();
    }

    @Test
    void whatIsSentIsPrinted() throws Exception {
        assertThat(send("PUT", "State: identified\nUpdate: 1")).isEqualTo(204);
        assertThat(send("POST", "State: <script>resolved</script>")).isEqualTo(204);

        assertThat(caught.notices())
                .extracting(NoticeReceived::message)
                .containsExactly("s1", "s2");
        assertThat(caught.notices()).extracting(NoticeReceived::recipient).containsOnly("");
        assertThat(caught.notices().get(0).facts()).containsEntry(Fact.STATE, "identified");
        assertThat(caught.notices().get(1).text()).isEqualTo("State: <script>resolved</script>");
        assertThat(caught.reports()).isEmpty();
    }

    @Test
    void whatIsNoSheetIsRefused() throws Exception {
        assertThat(send("DELETE", "x")).isEqualTo(405);
        assertThat(send("PUT", "x".repeat(3_000_000))).isEqualTo(413);
        assertThat(raw("PUT / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"))
                .isEqualTo("HTTP/1.1 411 Length Required");
        assertThat(raw("hello\r\n\r\n")).isEqualTo("HTTP/1.1 400 Bad Request");
        assertThat(raw("PUT / HTTP/1.1\r\n" + "A: b\r\n".repeat(200) + "\r\n"))
                .isEqualTo("HTTP/1.1 431 Request Header Fields Too Large");
        assertThat(raw("PUT /" + "x".repeat(100_000) + " HTTP/1.1\r\n\r\n"))
                .isEqualTo("HTTP/1.1 431 Request Header Fields Too Large");

        assertThat(caught.notices()).isEmpty();
    }

    @Test
    void halfASheetIsNone() throws Exception {
        List<Talker> silent = new ArrayList<>();
        for (int one = 0; one < 50; one++) {
            Talker talker = new Talker(inbox.port());
            talker.send("PUT / HTTP/1.1\r\nContent-Length: 100\r\n\r\nState: resol");
            silent.add(talker);
        }

        assertThat(send("PUT", "State: identified")).isEqualTo(204);
        inbox.close();

        for (Talker talker : silent) {
            assertThat(talker.gone()).isTrue();
            talker.close();
        }
        assertThat(caught.notices()).hasSize(1);
    }

    @Test
    void everyKindIsFoundByWhatItSpeaks() {
        assertThat(ServiceLoader.load(InboxKind.class))
                .extracting(InboxKind::speaks)
                .contains("smtp", "page", "statuspage", "feed", "file")
                .doesNotHaveDuplicates();
    }

    private String raw(String request) throws IOException {
        try (Talker talker = new Talker(inbox.port())) {
            talker.send(request);
            return talker.hear();
        }
    }

    private int send(String method, String text) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + inbox.port() + "/sheet"))
                .method(method, BodyPublishers.ofString(text))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(Caught.PATIENCE)
                .build();
        HttpResponse<Void> answer =
                HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
        return answer.statusCode();
    }
}
