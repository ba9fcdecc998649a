package io.firedrill.observe.inbox;

import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The first item of a feed. The XML is read as a stream, without document types and without
 * entities of its own: neither files nor hosts are asked, and nothing grows.
 */
final class Feed {
    private static final int DEPTH_AT_MOST = 100;

    private final Map<String, StringBuilder> parts = new HashMap<>();
    private boolean feed;
    private boolean item;
    private int depth;
    private int itemDepth;
    private String part = "";

    private Feed() {}

    /**
     * What an item says.
     *
     * @param text HTML
     * @param changed as written; empty where it does not say
     */
    record Item(String title, String text, String changed) {}

    /**
     * Reads a feed.
     *
     * @throws XMLStreamException where it is not well-formed, or nested too deep
     */
    static Feed of(String xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        Feed feed = new Feed();
        XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
        try {
            while (reader.hasNext()) {
                feed.take(reader.next(), reader);
            }
        } finally {
            reader.close();
        }
        return feed;
    }

    private void take(int what, XMLStreamReader reader) throws XMLStreamException {
        if (what == XMLStreamConstants.START_ELEMENT) {
            begin(reader.getLocalName());
        } else if (what == XMLStreamConstants.END_ELEMENT) {
            end();
        } else if (reader.hasText() && item && depth > itemDepth && itemDepth > 0) {
            parts.computeIfAbsent(part, name -> new StringBuilder()).append(reader.getText());
        }
    }

    private void begin(String name) throws XMLStreamException {
        depth++;
        if (depth > DEPTH_AT_MOST) {
            throw new XMLStreamException("nested deeper than " + DEPTH_AT_MOST);
        }
        feed |= depth == 1 && (name.equals("rss") || name.equals("feed") || name.equals("RDF"));
        if (!item && (name.equals("item") || name.equals("entry"))) {
            item = true;
            itemDepth = depth;
        } else if (itemDepth > 0 && depth == itemDepth + 1) {
            part = name;
        }
    }

    private void end() {
        if (depth == itemDepth) {
            itemDepth = -1; // the first is read; the others are older
        }
        depth--;
    }

    /** Says whether it is a feed at all. */
    boolean isFeed() {
        return feed;
    }

    /** Gives the newest item; empty for a feed without any. */
    Optional<Item> newest() {
        String text = first("encoded", "content", "description", "summary");
        String changed = first("updated", "pubDate", "published", "date");
        return item ? Optional.of(new Item(first("title"), text, changed)) : Optional.empty();
    }

    private String first(String... names) {
        for (String name : names) {
            StringBuilder found = parts.get(name);
            if (found != null && !found.toString().isBlank()) {
                return found.toString().strip();
            }
        }
        return "";
    }
}
