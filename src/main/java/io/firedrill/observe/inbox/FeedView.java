package io.firedrill.observe.inbox;

import io.firedrill.journal.Fact;
import io.firedrill.observe.NoticeReader;
import io.firedrill.observe.NoticeReader.Reading;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * A feed in RSS 2.0 or Atom: its first item, which by custom is the newest. Where the item does not
 * say its state, and its first words in bold are one, as Statuspage writes them, that is its state.
 */
final class FeedView implements View {
    private static final Set<String> STATES = Set.of(
            "investigating",
            "identified",
            "monitoring",
            "resolved",
            "scheduled",
            "in progress",
            "completed");

    private final NoticeReader reader;

    FeedView(NoticeReader reader) {
        this.reader = reader;
    }

    @Override
    public String address(String path) {
        return path;
    }

    @Override
    public Glance read(Browser.Page page, Browser browser, String path) {
        Reading nothing = new Reading(Map.of(), List.of());
        try {
            Feed feed = Feed.of(page.body());
            if (!feed.isFeed()) {
                return new Glance(false, nothing.found("neither RSS nor Atom"), "");
            }
            Reading reading = feed.newest()
                    .map(this::facts)
                    .orElseGet(() -> nothing.with(Fact.STATE, "operational"));
            return new Glance(true, reading, "");
        } catch (XMLStreamException broken) {
            return new Glance(false, nothing.found("the feed is no well-formed XML"), "");
        }
    }

    private Reading facts(Feed.Item item) {
        String html = item.text();
        Reading reading = reader.read((item.title() + "\n" + Html.text(html)).strip());
        if (!reading.facts().containsKey(Fact.STATE)) {
            Optional<String> state = boldState(html);
            reading = state.isPresent() ? reading.with(Fact.STATE, state.get()) : reading;
        }
        return item.changed().isBlank() ? reading : reading.orElse(Fact.CHANGED, item.changed());
    }

    private static Optional<String> boldState(String html) {
        Element bold = Jsoup.parse(html).selectFirst("strong, b");
        return Optional.ofNullable(bold)
                .map(words -> words.text().strip().toLowerCase(Locale.ROOT))
                .filter(STATES::contains);
    }
}
