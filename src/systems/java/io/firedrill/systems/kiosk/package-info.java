/** A kiosk of two components: the worked example of how to write an in-process system. */
@NullMarked
package io.firedrill.systems.kiosk;

import org.jspecify.annotations.NullMarked;
