package io.firedrill.check.told;

import io.firedrill.journal.Fact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text that people outside of the company read; the same text on the same channel once.
 *
 * @param index of the entry in the journal that holds it
 * @param named what it is, for a sentence
 * @param text as it is read
 * @param notice the message; empty for a page
 */
record PublicText(long index, String named, String text, Optional<Arrived> notice) {
    private static final List<String> WORDS = List.of(
            Fact.IMPACT, Fact.CAUSE, Fact.WORKAROUND, Fact.MEASURES, Fact.CONTACT, Fact.SUPPLIER);

    /** Gives the texts of a drill, messages first. */
    static List<PublicText> of(Telling told) {
        Set<String> known = new HashSet<>();
        List<PublicText> texts = new ArrayList<>();
        Stream.concat(
                        told.publicMessages().stream().map(PublicText::message),
                        told.pages().stream().map(PublicText::page))
                .filter(text -> !text.text().isBlank())
                .filter(text -> known.add(text.channel() + "\n" + text.text()))
                .forEach(texts::add);
        return List.copyOf(texts);
    }

    private static PublicText message(Arrived notice) {
        return new PublicText(
                notice.index(), notice.named(), notice.event().text(), Optional.of(notice));
    }

    private static PublicText page(Telling.Shown page) {
        String text = WORDS.stream()
                .flatMap(name -> page.fact(name).stream())
                .collect(Collectors.joining("\n"));
        String named = "page " + page.event().channel();
        return new PublicText(page.index(), named, text, Optional.empty());
    }

    private String channel() {
        return notice.map(it -> it.event().channel()).orElse(named);
    }
}
