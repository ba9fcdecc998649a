package io.firedrill.observe.inbox;

import io.firedrill.journal.Fact;
import io.firedrill.observe.NoticeReader;
import io.firedrill.observe.NoticeReader.Reading;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A page in HTML. Its newest incident is the first element with the class {@code incident} or an
 * attribute {@code data-incident}; where there is none, all of the page is read.
 */
final class PageView implements View {
    private static final String INCIDENT = "[data-incident], .incident";
    private static final String NEEDED =
            "link[rel~=(?i)\\bstylesheet\\b][href], script[src], img[src]";
    private static final int NEEDED_AT_MOST = 30;
    private static final int DETAIL_AT_MOST = 300;

    private final NoticeReader reader;

    PageView(NoticeReader reader) {
        this.reader = reader;
    }

    @Override
    public String address(String path) {
        return path;
    }

    @Override
    public Glance read(Browser.Page page, Browser browser, String path) {
        Document document = Jsoup.parse(page.body(), browser.base() + path);
        List<String> missing = new ArrayList<>();
        List<String> elsewhere = new ArrayList<>();
        for (String address : needed(document)) {
            if (!address.startsWith(browser.base() + "/")) {
                elsewhere.add(address);
            } else if (!comes(address, browser)) {
                missing.add(address.substring(browser.base().length()));
            }
        }
        String detail =
                said("missing: ", missing) + said("on another host, not looked at: ", elsewhere);
        return new Glance(missing.isEmpty(), facts(document), detail.strip());
    }

    private static String said(String what, List<String> addresses) {
        String all = what + String.join(", ", addresses) + " ";
        return addresses.isEmpty() ? "" : all.substring(0, Math.min(all.length(), DETAIL_AT_MOST));
    }

    private static Set<String> needed(Document document) {
        Set<String> needed = new LinkedHashSet<>();
        for (Element element : document.select(NEEDED)) {
            String address = element.absUrl(element.hasAttr("src") ? "src" : "href");
            if (!address.startsWith("data:") && needed.size() < NEEDED_AT_MOST) {
                needed.add(address);
            }
        }
        needed.remove("");
        return needed;
    }

    private static boolean comes(String address, Browser browser) {
        return path(address).map(browser::get).filter(Browser.Page::ok).isPresent();
    }

    private static Optional<String> path(String address) {
        try {
            URI uri = URI.create(address);
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return Optional.of(uri.getRawPath() + query);
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private Reading facts(Document document) {
        String whole = Html.text(document.body());
        Element incident = document.selectFirst(INCIDENT);
        Reading reading = reader.read(incident == null ? whole : Html.text(incident));
        if (whole.isBlank()) {
            return reading.found("the page is empty");
        }
        String changed = reader.read(whole).facts().get(Fact.CHANGED);
        return operational(changed == null ? reading : reading.orElse(Fact.CHANGED, changed));
    }

    /** A page that names no incident says that all is well. */
    static Reading operational(Reading reading) {
        boolean silent = !reading.facts().containsKey(Fact.STATE)
                && !reading.facts().containsKey(Fact.INCIDENT)
                && reading.unread().isEmpty();
        return silent ? reading.with(Fact.STATE, "operational") : reading;
    }
}
