/** Firedrill: drills for outages. Only what every package may use stands here. */
@NullMarked
package io.firedrill;

import org.jspecify.annotations.NullMarked;
