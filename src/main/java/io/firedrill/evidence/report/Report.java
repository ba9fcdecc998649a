package io.firedrill.evidence.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The report of one drill. The same material gives the same report, in every place, locale and time
 * zone.
 */
public final class Report {
    /** Name of the page in a pack. */
    public static final String PAGE = "report.html";

    /** Name of the PDF in a pack. */
    public static final String PAPER = "report.pdf";

    private final Material material;
    private final List<Block> blocks;

    private Report(Material material, List<Block> blocks) {
        this.material = material;
        this.blocks = blocks;
    }

    /**
     * Puts a report together.
     *
     * @param masking takes secrets out of a text
     */
    public static Report of(Material material, UnaryOperator<String> masking) {
        List<Block> blocks = new ArrayList<>();
        blocks.addAll(FirstPage.of(material));
        blocks.addAll(Story.pictures(material));
        blocks.addAll(Objectives.of(material));
        blocks.addAll(Objectives.notMeasured(material));
        blocks.addAll(Findings.of(material));
        blocks.addAll(Customers.of(material));
        blocks.addAll(Communication.of(material));
        blocks.addAll(Story.data(material));
        blocks.addAll(Toward.of(material));
        blocks.addAll(Story.deviations(material));
        blocks.addAll(Scope.of(material));
        blocks.addAll(Story.events(material));
        blocks.addAll(Environment.of(material));
        blocks.addAll(Environment.integrity(material));
        return new Report(
                material, blocks.stream().map(block -> block.with(masking)).toList());
    }

    /** Gives the same as a PDF. */
    public byte[] pdf() {
        return Paper.pdf(blocks, title(), material.drill().ended());
    }

    private String title() {
        return material.scenario().id() + ": " + material.drill().word();
    }

    /** Gives the page: one file that needs neither network nor script. */
    public String html() {
        return new Page(blocks).html(title());
    }
}
