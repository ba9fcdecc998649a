package io.firedrill.evidence.programme;

import io.firedrill.evidence.Html;
import io.firedrill.evidence.programme.Grid.Cell;
import io.firedrill.evidence.report.Leaflet;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Writes the programme page, and the same on paper, piece by piece. */
final class PageWriter {
    private final Html html = new Html();
    private final Leaflet paper = new Leaflet();

    /** Writes the one heading of the page. */
    void title(String text) {
        html.leaf("h1", text);
        paper.heading(1, text);
    }

    /** Writes links to the parts of the page; paper has none. */
    void contents(List<String> parts) {
        html.open("nav", "aria-label", "Parts of this page");
        parts.forEach(part -> html.leaf("a", part, "href", "#" + anchor(part)));
        html.close("nav");
    }

    /** Begins a part. */
    void part(String name) {
        html.leaf("h2", name, "id", anchor(name));
        paper.heading(2, name);
    }

    private static String anchor(String part) {
        return part.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    /** Writes a paragraph. */
    void line(String text) {
        html.leaf("p", text);
        paper.line(text);
    }

    /** Writes a paragraph that explains. */
    void small(String text) {
        html.leaf("p", text, "class", "small");
        paper.line(text);
    }

    /** Writes a paragraph that must not be overlooked. */
    void note(String text) {
        html.leaf("p", text, "class", "note");
        paper.note(text);
    }

    /** Writes a verdict, and what it comes to. */
    void verdict(String word, String outcome) {
        html.open("p", "class", "verdict");
        html.leaf("span", word, "class", Cell.verdict(word).style());
        html.text(" - " + outcome).close("p");
        paper.note(word + " - " + outcome);
    }

    /** Writes a table; nothing where it has no row. */
    void table(Grid grid) {
        grid.write(html);
        grid.onPaper().ifPresent(paper::table);
    }

    /** Writes a way to another page, where there is paper as its address. */
    void way(String text, String href, String more) {
        html.open("p").leaf("a", text, "href", href).text(more).close("p");
        paper.line(text + ": " + href + more);
    }

    /** Gives the page. */
    String html(String title) {
        return html.page(title, IndexStyle.SHEET);
    }

    /** Gives the PDF. */
    byte[] pdf(String title, Instant when) {
        return paper.pdf(title, when);
    }
}
