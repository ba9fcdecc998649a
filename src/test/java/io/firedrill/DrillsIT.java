package io.firedrill;

import io.firedrill.junit.AllDrills;

/** The drills: every scenario file below {@code scenarios}, run by Firedrill's own engine. */
@AllDrills
final class DrillsIT {}
