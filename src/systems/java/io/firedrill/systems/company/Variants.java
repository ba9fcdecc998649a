package io.firedrill.systems.company;

import io.firedrill.DrillException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * What {@code settings} can say, and what it changes. {@code usual} is what the healthy company
 * has.
 */
final class Variants {
    private static final Duration NEVER = Duration.ofHours(24);

    private static final Map<String, Map<String, UnaryOperator<Playbook>>> ALL = Map.of(
            "letters",
            Map.of(
                    "none",
                    letters(Defects::none),
                    "mail-only",
                    letters(Defects::mailOnly),
                    "one-audience-forgotten",
                    letters(Defects::withoutPartners),
                    "to-the-unaffected",
                    letters(Defects::toReadersToo),
                    "doubled",
                    book -> book.withCarriers(Defects::twice),
                    "reports-unread",
                    book -> book.withCarriers(Defects::trusting),
                    "believed-sent",
                    book -> book.withCarriers(Defects::believing),
                    "customers-first",
                    book -> book.telling("customers")),
            "words",
            Map.of(
                    "host-name", words(Defects::namesAHost),
                    "contradiction", words(Defects::otherPromiseOnThePage),
                    "wrong-time-zone", words(Defects::etaInLocalTime),
                    "scope-too-small", words(Defects::firstJourneyOnly),
                    "approved-afterwards", words(Defects::approvedAfterwards),
                    "page-lags", words(Defects::pageGoesOnMonitoring)),
            "course",
            Map.of(
                    "resolves-early",
                    book -> book.with((Course.Maker) HastyCourse::new),
                    "keeps-its-eta",
                    book -> book.with(book.times().withEtaMargin(NEVER.negated())),
                    "at-every-blip",
                    book -> book.with(book.times().withDeclareAfter(Duration.ofMillis(100))),
                    "nobody-else-called",
                    book -> book.with(book.times().withEscalateAfter(NEVER)),
                    "only-news",
                    book -> book.with(book.times().withCadence(Duration.ofMinutes(1)))),
            "status-page",
            Map.of(
                    "on-the-front",
                    book -> book.with((StatusPage.Maker) Defects::onTheFront),
                    "green-from-cache",
                    book -> book.with((StatusPage.Maker) Defects::greenFromCache)),
            "plan",
            Map.of("in-the-suite", book -> book.with((Directory.Maker) Defects::inTheSuite)));

    private Variants() {}

    private static UnaryOperator<Playbook> letters(UnaryOperator<List<Letter>> defect) {
        return book -> book.withLetters(defect);
    }

    private static UnaryOperator<Playbook> words(UnaryOperator<Letter> defect) {
        return book -> book.withLetters(letters -> letters.stream().map(defect).toList());
    }

    /** Gives the playbook of a company that is set so. */
    static Playbook of(Map<String, String> settings) {
        Playbook playbook = Playbook.healthy();
        for (Map.Entry<String, String> setting : new TreeMap<>(settings).entrySet()) {
            playbook = find(setting.getKey(), setting.getValue()).apply(playbook);
        }
        return playbook;
    }

    private static UnaryOperator<Playbook> find(String setting, String value) {
        Map<String, UnaryOperator<Playbook>> values = ALL.get(setting);
        if (values == null) {
            throw new DrillException("unknown setting '" + setting + "'; known settings: "
                    + new TreeSet<>(ALL.keySet()));
        }
        if (value.equals("usual")) {
            return UnaryOperator.identity();
        }
        UnaryOperator<Playbook> change = values.get(value);
        if (change == null) {
            TreeSet<String> known = new TreeSet<>(values.keySet());
            known.add("usual");
            throw new DrillException("unknown value '" + value + "' of setting '" + setting
                    + "'; known values: " + known);
        }
        return change;
    }
}
