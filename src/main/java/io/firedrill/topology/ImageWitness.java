package io.firedrill.topology;

/** A witness that can tell which image a component is made from. */
public interface ImageWitness {
    /**
     * What a component is.
     *
     * @param image the image's id; empty where it could not be told
     * @param state as {@link Witness#state} says it
     */
    record Made(String image, String state) {}

    /** Looks at a component as it is now. */
    Made made(String component);

    /**
     * Gives the id of an image that the scenario names; empty where it could not be told.
     *
     * @param to as {@link Swappable#swap} takes it
     */
    String image(String to);
}
