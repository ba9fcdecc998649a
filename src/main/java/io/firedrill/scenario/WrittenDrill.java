package io.firedrill.scenario;

/**
 * A drill that was built in Java.
 *
 * @param text the file that says the same: kept with the evidence, and good to be saved as a file
 */
public record WrittenDrill(Scenario scenario, String text) {}
