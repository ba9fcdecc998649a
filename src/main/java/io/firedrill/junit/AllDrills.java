package io.firedrill.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectDirectories;
import org.junit.platform.suite.api.Suite;

/**
 * Makes a class the suite of all drills: every file below {@code scenarios} (or the folders that
 * {@code firedrill.scenarios} names) is run, and shown as tests.
 *
 * <pre>{@code
 * @AllDrills
 * class DrillsIT {}
 * }</pre>
 */
@Suite
@IncludeEngines(DrillEngine.ID)
@SelectDirectories("scenarios")
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface AllDrills {}
