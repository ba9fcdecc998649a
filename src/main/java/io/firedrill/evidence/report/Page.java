package io.firedrill.evidence.report;

import io.firedrill.evidence.Html;

import java.util.List;

/** Writes a report as a page. */
final class Page {
    private final List<Block> blocks;
    private final Html html = new Html();

    Page(List<Block> blocks) {
        this.blocks = blocks;
    }

    /** Gives the page. */
    String html(String title) {
        blocks.forEach(this::block);
        return html.page(title, PageStyle.SHEET);
    }

    private void block(Block block) {
        if (block instanceof Block.Heading heading) {
            heading(heading);
        } else if (block instanceof Block.Line line) {
            html.leaf("p", line.text(), "class", line.look().style());
        } else if (block instanceof Block.Points points) {
            html.open("ul");
            points.items().forEach(item -> html.leaf("li", item));
            html.close("ul");
        } else if (block instanceof Block.Grid grid) {
            grid.table().write(html);
        } else if (block instanceof Block.Drawing drawing) {
            drawing(drawing);
        } else {
            contents();
        }
    }

    private void heading(Block.Heading heading) {
        String element = "h" + heading.level();
        if (heading.id().isEmpty()) {
            html.leaf(element, heading.text());
        } else {
            html.leaf(element, heading.text(), "id", heading.id());
        }
    }

    /** Wide pictures are moved to and fro on a phone, also by keyboard. */
    private void drawing(Block.Drawing drawing) {
        html.open("figure");
        html.open(
                "div",
                "class",
                "r-wide",
                "tabindex",
                "0",
                "role",
                "region",
                "aria-label",
                "Picture: " + drawing.caption());
        html.picture(drawing.svg()).close("div");
        html.leaf("figcaption", drawing.caption()).close("figure");
    }

    private void contents() {
        html.open("nav", "aria-label", "Contents", "class", "r-contents").open("ul");
        for (Block block : blocks) {
            if (block instanceof Block.Heading heading && !heading.id().isEmpty()) {
                html.open("li")
                        .leaf("a", heading.text(), "href", "#" + heading.id())
                        .close("li");
            }
        }
        html.close("ul").close("nav");
    }
}
