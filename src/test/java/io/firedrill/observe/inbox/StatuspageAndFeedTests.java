package io.firedrill.observe.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import io.firedrill.RealTime;
import io.firedrill.journal.Event.PageRead;
import io.firedrill.journal.Fact;
import io.firedrill.observe.Inbox;
import io.firedrill.observe.InboxKind;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Status pages read by machines: Statuspage's API, and feeds. */
@RealTime
class StatuspageAndFeedTests {
    private static final String SUMMARY = "/api/v2/summary.json";
    private static final String INCIDENTS = "/api/v2/incidents.json";
    private static final String INCIDENT = """
            {"id": "p31zjtct2jer", "name": "Transfers fail", "status": "%s", "impact": "major",
             "components": [{"name": "Transfer"}, {"name": "Balance"}],
             "incident_updates": [
               {"status": "%s", "body": "Update: 2\\nNext update: 2026-11-22T14:10:00Z"},
               {"status": "investigating", "body": "Update: 1"}]}
            """;

    private final Caught caught = new Caught();

    @AfterEach
    void nothingIsLeft() {
        Caught.nothingIsLeft();
    }

    @Test
    void anOpenIncidentIsReadFromTheSummary() throws IOException {
        try (Host host = new Host()
                .shows(SUMMARY, summary("major", open("identified")))
                .shows(INCIDENTS, incidents(open("identified")))) {
            PageRead page = firstLook(new StatuspageKind(), "/", host);

            assertThat(page.whole()).isTrue();
            assertThat(page.unread()).isEmpty();
            assertThat(page.facts())
                    .containsExactly(
                            entry(Fact.AFFECTED, "balance,transfer"),
                            entry(Fact.CHANGED, "2026-11-22T14:00:00Z"),
                            entry(Fact.IMPACT, "Transfers fail"),
                            entry(Fact.INCIDENT, "p31zjtct2jer"),
                            entry(Fact.NEXT_UPDATE, "2026-11-22T14:10:00Z"),
                            entry(Fact.STATE, "identified"),
                            entry(Fact.UPDATE, "2"));
        }
    }

    @Test
    void whereNothingIsOpenTheLatestIncidentCounts() throws IOException {
        try (Host host = new Host()
                .shows("/bank" + SUMMARY, summary("none", ""))
                .shows("/bank" + INCIDENTS, incidents(open("postmortem")))) {
            assertThat(firstLook(new StatuspageKind(), "/bank/", host).facts())
                    .containsEntry(Fact.STATE, "resolved");
        }
    }

    @Test
    void withoutAnyIncidentAllIsWell() throws IOException {
        try (Host host =
                new Host().shows(SUMMARY, summary("none", "")).shows(INCIDENTS, incidents(""))) {
            assertThat(firstLook(new StatuspageKind(), "/", host).facts())
                    .containsEntry(Fact.STATE, "operational");
        }
    }

    @Test
    void anIndicatorThatContradictsTheIncidentsIsAFinding() throws IOException {
        try (Host host =
                new Host().shows(SUMMARY, summary("major", "")).shows(INCIDENTS, incidents(""))) {
            PageRead page = firstLook(new StatuspageKind(), "/", host);

            assertThat(page.facts()).doesNotContainKey(Fact.STATE);
            assertThat(page.unread())
                    .containsExactly("the indicator says 'major' and no incident is open");
        }
    }

    @Test
    void halfOfTheApiIsNotWholeAndNotAllIsWell() throws IOException {
        try (Host host = new Host().shows(SUMMARY, summary("none", ""))) {
            PageRead page = firstLook(new StatuspageKind(), "/", host);

            assertThat(page.whole()).isFalse();
            assertThat(page.detail()).isEqualTo("incidents.json: status 404");
            assertThat(page.facts()).doesNotContainKey(Fact.STATE);
        }
    }

    @Test
    void whatIsNoJsonIsAFinding() throws IOException {
        try (Host host = new Host().shows(SUMMARY, "<html>").shows(INCIDENTS, "[1")) {
            PageRead page = firstLook(new StatuspageKind(), "/", host);

            assertThat(page.whole()).isFalse();
            assertThat(page.unread())
                    .contains("summary.json is no JSON object", "incidents.json is no JSON object");
        }
    }

    @Test
    void anRssFeedIsReadByItsFirstItem() throws IOException {
        String feed = """
                <?xml version="1.0"?><rss version="2.0"><channel><title>Bank status</title>
                <item><title>INC-7</title><pubDate>Sun, 22 Nov 2026 14:00:00 GMT</pubDate>
                <description>&lt;p&gt;Incident: INC-7&lt;br&gt;State: identified&lt;/p&gt;</description>
                </item><item><title>INC-6</title><description>State: resolved</description></item>
                </channel></rss>
                """;
        try (Host host = new Host().shows("/history.rss", feed)) {
            PageRead page = firstLook(new FeedKind(), "/history.rss", host);

            assertThat(page.whole()).isTrue();
            assertThat(page.facts())
                    .containsExactly(
                            entry(Fact.CHANGED, "2026-11-22T14:00:00Z"),
                            entry(Fact.INCIDENT, "INC-7"),
                            entry(Fact.STATE, "identified"));
        }
    }

    @Test
    void anAtomFeedAsStatuspageWritesItIsRead() throws IOException {
        String feed = """
                <feed xmlns="http://www.w3.org/2005/Atom"><title>Bank</title><entry>
                <title>Transfers fail</title><updated>2026-11-22T15:00:00+01:00</updated>
                <content type="html"><![CDATA[<p><small>Nov 22</small><br>
                <strong>Monitoring</strong> - back soon</p>]]></content></entry></feed>
                """;
        try (Host host = new Host().shows("/atom", feed)) {
            assertThat(firstLook(new FeedKind(), "/atom", host).facts())
                    .containsExactly(
                            entry(Fact.CHANGED, "2026-11-22T14:00:00Z"),
                            entry(Fact.STATE, "monitoring"));
        }
    }

    @Test
    void anEmptyFeedSaysThatAllIsWell() throws IOException {
        try (Host host = new Host().shows("/f", "<rss><channel><title>x</title></channel></rss>")) {
            assertThat(firstLook(new FeedKind(), "/f", host).facts())
                    .containsExactly(entry(Fact.STATE, "operational"));
        }
    }

    @Test
    void whatIsNoFeedIsAFindingAndNotAllIsWell() throws IOException {
        for (String page : new String[] {"<html></html>", "<rss><channel>", "{}", ""}) {
            try (Host host = new Host().shows("/f", page)) {
                PageRead read = firstLook(new FeedKind(), "/f", host);

                assertThat(read.facts()).as(page).isEmpty();
                assertThat(read.unread()).as(page).hasSize(1);
                assertThat(read.whole()).as(page).isFalse();
            }
        }
    }

    @Test
    void aFeedReadsNoFilesAndDoesNotGrow() throws IOException {
        String file = "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                + "<rss><channel><item><title>&x;</title></item></channel></rss>";
        String lol = "<!DOCTYPE rss [<!ENTITY a \"" + "a".repeat(1_000) + "\"><!ENTITY b \""
                + "&a;".repeat(1_000) + "\">]><rss><channel><item><title>" + "&b;".repeat(1_000)
                + "</title></item></channel></rss>";
        String deep = "<rss>" + "<a>".repeat(100_000);
        for (String page : new String[] {file, lol, deep}) {
            try (Host host = new Host().shows("/f", page)) {
                PageRead read = firstLook(new FeedKind(), "/f", host);

                assertThat(read.facts()).isEmpty();
                assertThat(read.unread()).containsExactly("the feed is no well-formed XML");
            }
        }
    }

    private PageRead firstLook(InboxKind kind, String path, Host host) {
        Caught one = new Caught();
        try (Inbox inbox = kind.open(one.looking(kind.speaks(), path, host.port()))) {
            await("a look").atMost(Caught.PATIENCE).until(() -> !one.pages().isEmpty());
            assertThat(inbox.port()).isZero();
        }
        return one.pages().get(0);
    }

    private static String open(String status) {
        return INCIDENT.formatted(status, status);
    }

    private static String summary(String indicator, String open) {
        return "{\"page\": {\"updated_at\": \"2026-11-22T15:00:00.000+01:00\"}, \"status\":"
                + " {\"indicator\": \"" + indicator + "\"}, \"incidents\": [" + open + "]}";
    }

    private static String incidents(String all) {
        return "{\"incidents\": [" + all + "]}";
    }
}
