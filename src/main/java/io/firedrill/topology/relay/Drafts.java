package io.firedrill.topology.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads the bodies of requests. */
final class Drafts {
    private Drafts() {}

    /** What was asked for of a proxy; what was not asked for is absent. */
    static final class ProxyDraft {
        private @Nullable String name;
        private @Nullable String listen;
        private @Nullable String upstream;
        private @Nullable Boolean enabled;

        /** Gives the name; empty where there is none. */
        String name() {
            return name == null ? "" : name;
        }

        /** Gives the address to listen on, or another. */
        String listen(String otherwise) {
            return listen == null ? otherwise : listen;
        }

        /** Gives the address to dial, or another. */
        String upstream(String otherwise) {
            return upstream == null ? otherwise : upstream;
        }

        /** Says whether it shall listen, or what else holds. */
        boolean enabled(boolean otherwise) {
            return enabled == null ? otherwise : enabled;
        }

        /**
         * Refuses a new proxy that lacks a field.
         *
         * @param where completes the field's name
         */
        ProxyDraft complete(String where) {
            if (name().isEmpty()) {
                throw ApiError.missing("name" + where);
            }
            if (upstream("").isEmpty()) {
                throw ApiError.missing("upstream" + where);
            }
            return this;
        }
    }

    /** Reads one proxy. */
    static ProxyDraft proxy(byte[] body) {
        ProxyDraft draft = new ProxyDraft();
        GoStruct struct = new GoStruct("toxiproxy.Proxy", "Proxy.");
        struct(struct, draft).flag("enabled", value -> draft.enabled = value).read(Json.read(body));
        return draft;
    }

    private static GoStruct struct(GoStruct struct, ProxyDraft draft) {
        return struct.text("name", value -> draft.name = value)
                .text("listen", value -> draft.listen = value)
                .text("upstream", value -> draft.upstream = value)
                .object("Logger", "zerolog.Logger", value -> {});
    }

    /** Reads the proxies of {@code /populate}, all of them complete. */
    static List<ProxyDraft> proxies(byte[] body) {
        Json read = Json.read(body);
        List<ProxyDraft> drafts = new ArrayList<>();
        if (read instanceof Json.Array array) {
            array.items().forEach(item -> drafts.add(listed(item)));
        } else if (!(read instanceof Json.Null)) {
            throw ApiError.badBody(
                    "json: cannot unmarshal " + read.kind() + " into Go value of type []" + LISTED);
        }
        for (int i = 0; i < drafts.size(); i++) {
            drafts.get(i).complete(" at proxy " + (i + 1));
        }
        return drafts;
    }

    private static final String LISTED =
            "struct { toxiproxy.Proxy; Enabled *bool \"json:\\\"enabled\\\"\" }";

    private static ProxyDraft listed(Json item) {
        ProxyDraft draft = new ProxyDraft();
        GoStruct enabled =
                new GoStruct(LISTED, ".").flag("enabled", value -> draft.enabled = value);
        struct(new GoStruct(LISTED, ".Proxy."), draft).read(item);
        enabled.read(item);
        return draft;
    }

    /**
     * Reads a new toxic.
     *
     * @param taken says whether a name is taken
     */
    static Toxic toxic(byte[] body, Predicate<String> taken) {
        Json read = Json.read(body);
        ToxicDraft draft = new ToxicDraft();
        new GoStruct("toxics.ToxicWrapper", "ToxicWrapper.")
                .text("name", value -> draft.name = value)
                .text("type", value -> draft.type = value)
                .text("stream", value -> draft.stream = value)
                .fraction("toxicity", value -> draft.toxicity = value)
                .object("attributes", "toxics.NoopToxic", value -> draft.attributes = value)
                .read(read);
        Stream direction = Stream.of(draft.stream).orElseThrow(ApiError::badStream);
        String name = draft.name.isEmpty() ? draft.type + "_" + draft.stream : draft.name;
        ToxinType type = ToxinType.of(draft.type).orElseThrow(ApiError::badType);
        if (taken.test(name)) {
            throw ApiError.toxicExists();
        }
        return new Toxic(
                new Toxic.Label(name, draft.type, draft.stream, direction),
                draft.toxicity,
                type.read(draft.attributes, type.blank()));
    }

    /** What was asked for of a new toxic. */
    private static final class ToxicDraft {
        private String name = "";
        private String type = "";
        private String stream = "downstream";
        private float toxicity = 1;
        private Json.Struct attributes = new Json.Struct(List.of());
    }

    /** Reads other values for a toxic; what is not given stays. */
    static Toxic changed(Toxic before, byte[] body) {
        ToxinType type = ToxinType.of(before.label().type()).orElseThrow(ApiError::badType);
        ToxicDraft draft = new ToxicDraft();
        draft.toxicity = before.toxicity();
        new GoStruct(CHANGE, ".")
                .object("attributes", "toxics." + type.goName(), value -> draft.attributes = value)
                .fraction("toxicity", value -> draft.toxicity = value)
                .read(Json.read(body));
        return before.with(draft.toxicity, type.read(draft.attributes, before.toxin()));
    }

    private static final String CHANGE = "struct { Attributes interface {} "
            + "\"json:\\\"attributes\\\"\"; Toxicity float32 \"json:\\\"toxicity\\\"\" }";
}
