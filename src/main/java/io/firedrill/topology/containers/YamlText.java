package io.firedrill.topology.containers;

import java.util.List;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.representer.StandardRepresenter;

/** Writes what Compose reads, its own tag {@code !reset} included. */
final class YamlText {
    private static final DumpSettings SETTINGS = DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setDereferenceAliases(true)
            .setDefaultScalarStyle(ScalarStyle.PLAIN)
            .setWidth(Integer.MAX_VALUE)
            .build();

    private YamlText() {}

    /** A value that takes away what the file below says. */
    enum Reset {
        /** Takes a single value away. */
        NULL,
        /** Takes a list away. */
        LIST
    }

    /**
     * Gives the YAML text. Compose would take a dollar sign in it for a variable, so each is
     * doubled.
     */
    static String of(Object value) {
        return new Dump(SETTINGS, new WithReset(SETTINGS)).dumpToString(value).replace("$", "$$");
    }

    /**
     * Knows how a {@link Reset} is written; quotes every text, for 1e5 is a fine name and no
     * number.
     */
    private static final class WithReset extends StandardRepresenter {
        WithReset(DumpSettings settings) {
            super(settings);
            Tag tag = new Tag("!reset");
            representers.put(
                    String.class,
                    data -> representScalar(Tag.STR, data.toString(), ScalarStyle.DOUBLE_QUOTED));
            representers.put(
                    Reset.class,
                    data -> data == Reset.LIST
                            ? representSequence(tag, List.of(), FlowStyle.FLOW)
                            : representScalar(tag, "null"));
        }
    }
}
