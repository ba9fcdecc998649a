package io.firedrill;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * Tests that wait for seconds of real time, or make thousands of something. They run where changes
 * to the harness are made: with {@code CI=true}, and when they are named by {@code -Dtest}. Who
 * wants to drill a system of his own does not wait for them.
 */
@Tag("real-time")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RealTime {}
