package io.firedrill.observe.people;

import static io.firedrill.observe.people.Prompts.decision;
import static io.firedrill.observe.people.Prompts.procedure;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.Event;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The page on which people answer: what it shows, and whom it believes. */
class AnswerPageTests {
    private static final Pattern KEY = Pattern.compile("name=\"asking\" value=\"([^\"]+)\"");

    private final Prompts drill = new Prompts();
    private final List<String> said = new ArrayList<>();
    private final AnswerPage page = AnswerPage.open(said::add);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        page.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder at(String address) {
        return HttpRequest.newBuilder(URI.create(address));
    }

    private String origin() {
        return page.address().substring(0, page.address().indexOf('/', "http://".length()));
    }

    private HttpRequest.Builder form(String body) {
        return at(page.address())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private String key() throws IOException, InterruptedException {
        Matcher key = KEY.matcher(send(at(page.address())).body());
        assertThat(key.find()).isTrue();
        return key.group(1);
    }

    private Asking shown() {
        Asking asking = drill.at(5).ask(decision(false, Optional.empty()), page.way());
        page.show(asking);
        return asking;
    }

    @Test
    void itsAddressIsSaidOnceWhenThereIsSomethingToAnswer() {
        assertThat(said).isEmpty();

        shown();
        shown();

        assertThat(said).containsExactly("People are asked; they answer at " + page.address());
        assertThat(page.address()).matches("http://127\\.0\\.0\\.1:[0-9]+/[0-9a-f-]{36}/");
    }

    @Test
    void whatIsAskedIsShownAsTextAndNeverAsMarkup() throws IOException, InterruptedException {
        shown();

        HttpResponse<String> answer = send(at(page.address()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("Shall &lt;b&gt;we&lt;/b&gt;?", "30 s are left", "value=\"go ahead\"")
                .doesNotContain("<b>", "<script");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("default-src 'none'", "frame-ancestors 'none'");
    }

    @Test
    void anAnswerFromThePageIsTakenAndThePageShownAgain() throws IOException, InterruptedException {
        shown();
        String body = "asking=" + key() + "&line=0&note=it+is+safe&answer=go+ahead";

        HttpResponse<String> answer = send(form(body).header("Origin", origin()));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(page.address())
                .endsWith(answer.headers().firstValue("Location").get());
        assertThat(drill.events)
                .filteredOn(Event.PersonActed.class::isInstance)
                .extracting(event -> ((Event.PersonActed) event).detail())
                .containsExactly("go ahead: it is safe");
        assertThat(send(at(page.address())).body()).contains("Nothing is asked at the moment.");
    }

    @Test
    void anAnswerFromElsewhereIsRefused() throws IOException, InterruptedException {
        shown();
        String body = "asking=" + key() + "&line=0&answer=wait";

        assertThat(send(form(body)).statusCode()).isEqualTo(403);
        assertThat(send(form(body).header("Origin", "null")).statusCode()).isEqualTo(403);
        assertThat(send(form(body).header("Origin", "http://localhost:1")).statusCode())
                .isEqualTo(403);
        assertThat(send(form(body).header("Referer", origin() + "/other")).statusCode())
                .isEqualTo(403);

        assertThat(drill.events).hasSize(1);
    }

    @Test
    void whatIsNoFormOfThePageIsNotTaken() throws IOException, InterruptedException {
        shown();

        List<String> bodies = List.of(
                "asking=" + key() + "&line=0&answer=perhaps",
                "asking=guessed&line=0&answer=wait",
                "line=x",
                "asking=%zz&line=0",
                "");

        for (String body : bodies) {
            HttpResponse<String> answer = send(form(body).header("Origin", origin()));
            assertThat(answer.statusCode()).as(body).isEqualTo(409);
            assertThat(answer.body()).contains("Not taken: ");
        }
        assertThat(drill.events).hasSize(1);
    }

    @Test
    void aLongBodyAnotherTypeAndAnotherMethodAreRefused() throws IOException, InterruptedException {
        HttpRequest.Builder json = at(page.address())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"));

        assertThat(send(form("note=" + "x".repeat(9_000)).header("Origin", origin()))
                        .statusCode())
                .isEqualTo(413);
        assertThat(send(json.header("Origin", origin())).statusCode()).isEqualTo(415);
        assertThat(send(at(page.address()).DELETE()).statusCode()).isEqualTo(405);
    }

    @Test
    void whoDoesNotKnowTheAddressFindsNothing() throws IOException, InterruptedException {
        shown();

        assertThat(send(at(origin() + "/")).statusCode()).isEqualTo(404);
        assertThat(send(at(page.address() + "x")).statusCode()).isEqualTo(404);
        assertThat(asking("attacker.example")).startsWith("HTTP/1.1 404 ");
        assertThat(asking(origin().substring("http://".length()))).startsWith("HTTP/1.1 200 ");
    }

    /** Asks as a browser does whose name server was told to lie. */
    private String asking(String host) throws IOException {
        URI address = URI.create(page.address());
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), address.getPort())) {
            String request = "GET " + address.getPath() + " HTTP/1.1\r\nHost: " + host
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void whoIsAbsentHasNoButtonAndALineIsNamedByItsPlace()
            throws IOException, InterruptedException {
        page.show(drill.at(5).ask(decision(true, Optional.empty()), page.way()));

        assertThat(send(at(page.address())).body())
                .contains("lead is absent in this drill, so nobody can answer yet", "refresh")
                .doesNotContain("<button");

        page.show(drill.ask(procedure(Optional.empty()), page.way()));
        assertThat(send(at(page.address())).body())
                .contains("decision, line 1 of 2", "value=\"skip\"")
                .doesNotContain("http-equiv=\"refresh\"");
    }
}
