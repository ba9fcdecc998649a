package io.firedrill.topology.relay;

/**
 * A toxin on one stream of a proxy, under a name.
 *
 * @param label its name, and the words it was created with
 * @param toxicity share of connections that it works on, 0 to 1
 */
record Toxic(Label label, float toxicity, Toxin toxin) {

    /**
     * What never changes about a toxic.
     *
     * @param name unique on its proxy
     * @param type the API's word for the toxin
     * @param stream the direction as it was written, in any case
     */
    record Label(String name, String type, String stream, Stream direction) {}

    /** Gives the name. */
    String name() {
        return label.name();
    }

    /** Gives the direction. */
    Stream direction() {
        return label.direction();
    }

    /** Gives the same toxic with other values. */
    Toxic with(float otherToxicity, Toxin otherToxin) {
        return new Toxic(label, otherToxicity, otherToxin);
    }
}
