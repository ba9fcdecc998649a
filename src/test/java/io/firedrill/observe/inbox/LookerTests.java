package io.firedrill.observe.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.firedrill.RealTime;
import io.firedrill.journal.Event.PageRead;
import io.firedrill.journal.Fact;
import io.firedrill.observe.Inbox;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pages looked at as people do. */
@RealTime
class LookerTests {
    private static final String CALM = "<html><body><h1>All is well</h1></body></html>";
    private static final String WITH_ASSETS = """
            <html><head><link rel="stylesheet" href="style.css"><script src="/app.js?v=1"></script></head>
            <body><img src="logo.png"><img src="data:image/png;base64,AA=="></body></html>
            """;

    private final Caught caught = new Caught();

    @AfterEach
    void nothingIsLeft() {
        Caught.nothingIsLeft();
    }

    @Test
    void aPageWithoutAnIncidentSaysThatAllIsWell() throws IOException {
        try (Host host = new Host().shows("/", CALM);
                Inbox inbox = new PageKind().open(caught.looking("page", "/", host.port()))) {
            PageRead page = caught.page(Fact.STATE, "operational");

            assertThat(inbox.port()).isZero();
            assertThat(page.answered()).isTrue();
            assertThat(page.code()).isEqualTo(200);
            assertThat(page.whole()).isTrue();
            assertThat(page.unread()).isEmpty();
            assertThat(page.detail()).isEmpty();
        }
    }

    @Test
    void theNewestIncidentCounts() throws IOException {
        try (Host host = new Host().shows("/s", incident("identified") + incident("resolved"));
                Inbox inbox = new PageKind().open(caught.looking("page", "/s", host.port()))) {
            PageRead page = caught.page(Fact.STATE, "identified");

            assertThat(inbox.port()).isZero();
            assertThat(page.facts())
                    .containsEntry(Fact.INCIDENT, "INC-7")
                    .containsEntry(Fact.AFFECTED, "balance,transfer");
            assertThat(page.unread()).isEmpty();
        }
    }

    @Test
    void aChangeLiesBetweenTheLastOtherLookAndTheEndOfTheFirstNewOne() throws IOException {
        try (Host host = new Host().shows("/", CALM);
                Inbox inbox = new PageKind().open(caught.looking("page", "/", host.port()))) {
            caught.page(Fact.STATE, "operational");
            long before = caught.clock().nanos();
            host.shows("/", incident("investigating"));
            long after = caught.clock().nanos();
            PageRead page = caught.page(Fact.STATE, "investigating");

            assertThat(page.begin()).isLessThanOrEqualTo(after);
            assertThat(page.end()).isGreaterThanOrEqualTo(before);
            assertThat(inbox.port()).isZero();
        }
        assertThat(states()).contains("operational", "investigating");
    }

    @Test
    void whatStaysTheSameIsWrittenOnceMoreAtTheEnd() throws IOException {
        try (Host host = new Host().shows("/", CALM);
                Inbox inbox = new PageKind().open(caught.looking("page", "/", host.port()))) {
            // a look is kept before the next one asks; the one that we break off says nothing
            await("a third look").atMost(Caught.PATIENCE).until(() -> host.asked() > 2);
            assertThat(inbox.port()).isZero();
        }

        PageRead last = caught.pages().get(caught.pages().size() - 1);
        long again = (last.end() - caught.pages().get(0).end()) / 2_000_000_000L;
        assertThat(caught.pages()).hasSizeBetween(2, (int) again + 2);
        assertThat(last.facts()).containsEntry(Fact.STATE, "operational");
        assertThat(last.begin()).isGreaterThan(caught.pages().get(0).end());
    }

    @Test
    void aPageIsWholeOnlyWithAllThatItNeeds() throws IOException {
        try (Host host = new Host()
                        .shows("/status/", WITH_ASSETS + "Changed: 2026-11-22T14:00:00Z")
                        .shows("/status/style.css", "p {}")
                        .shows("/status/logo.png", "png")
                        .shows("/app.js?v=1", "1");
                Inbox inbox =
                        new PageKind().open(caught.looking("page", "/status/", host.port()))) {
            assertThat(pageWith(PageRead::whole).detail()).isEmpty();

            host.loses("/status/style.css");
            PageRead naked = pageWith(page -> !page.whole());

            assertThat(naked.code()).isEqualTo(200);
            assertThat(naked.detail()).isEqualTo("missing: /status/style.css");
            assertThat(naked.facts()).containsEntry(Fact.CHANGED, "2026-11-22T14:00:00Z");
            assertThat(inbox.port()).isZero();
        }
    }

    @Test
    void whatLiesOnAnotherHostIsNamedAndNotAskedFor() throws IOException {
        String page = CALM + "<img src='http://elsewhere.example/x.png'>";
        try (Host host = new Host().shows("/", page);
                Inbox inbox = new PageKind().open(caught.looking("page", "/", host.port()))) {
            PageRead read = caught.page(Fact.STATE, "operational");

            assertThat(read.detail())
                    .isEqualTo("on another host, not looked at: http://elsewhere.example/x.png");
            assertThat(read.whole()).isTrue();
            assertThat(inbox.port()).isZero();
        }
    }

    @Test
    void anErrorAndARefusalAreNoStates() throws IOException {
        Host host = new Host().shows("/", CALM);
        try (Inbox inbox = new PageKind().open(caught.looking("page", "/", host.port()))) {
            caught.page(Fact.STATE, "operational");
            host.answers(503);
            PageRead error = pageWith(page -> page.code() == 503);
            host.close();
            PageRead refused = pageWith(page -> !page.answered());

            assertThat(error.answered()).isTrue();
            assertThat(error.whole()).isFalse();
            assertThat(error.facts()).isEmpty();
            assertThat(error.detail()).isEqualTo("status 503");
            assertThat(refused.code()).isEqualTo(-1);
            assertThat(refused.detail()).isIn("refused", "broken off");
            assertThat(inbox.port()).isZero();
        }
    }

    @Test
    void aBlankPageIsNotAllIsWell() throws IOException {
        try (Host host = new Host().shows("/", "<html></html>");
                Inbox inbox = new PageKind().open(caught.looking("page", "/", host.port()))) {
            PageRead page = pageWith(PageRead::answered);

            assertThat(page.facts()).isEmpty();
            assertThat(page.unread()).containsExactly("the page is empty");
            assertThat(inbox.port()).isZero();
        }
    }

    @Test
    void aPageThatNeverEndsDoesNotFillMemory() throws IOException {
        try (Host host = new Host().shows("/", "x".repeat(2 << 20));
                Inbox inbox = new PageKind().open(caught.looking("page", "/", host.port()))) {
            PageRead page = pageWith(read -> true);

            assertThat(page.answered()).isFalse();
            assertThat(page.detail()).isEqualTo("longer than 1048576 bytes");
            assertThat(inbox.port()).isZero();
        }
    }

    @Test
    void aChannelThatNamesNoEntryCanNotBeOpened() {
        assertThatThrownBy(() -> new PageKind().open(caught.taking("page", Map.of())))
                .hasMessage("channel 'it' speaks page and names no entry; add 'look'");
    }

    private static String incident(String state) {
        return "<div class='incident'><h2>INC-7</h2><p>Incident: INC-7<p>State: " + state
                + "<p>Affected: transfer, balance</div>";
    }

    private List<String> states() {
        return caught.pages().stream()
                .map(page -> page.facts().getOrDefault(Fact.STATE, ""))
                .toList();
    }

    private PageRead pageWith(Predicate<PageRead> predicate) {
        await("page")
                .atMost(Caught.PATIENCE)
                .until(() -> caught.pages().stream().anyMatch(predicate));
        return caught.pages().stream().filter(predicate).findFirst().orElseThrow();
    }
}
