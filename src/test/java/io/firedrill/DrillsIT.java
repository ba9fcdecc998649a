package io.firedrill;

import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectDirectories;
import org.junit.platform.suite.api.Suite;

/** The drills: every scenario file below {@code scenarios}, run by Firedrill's own engine. */
@Suite
@IncludeEngines("firedrill")
@SelectDirectories("scenarios")
final class DrillsIT {}
