package io.firedrill.systems.pocket;

import java.io.IOException;

/** Says that something can not be done now, and may be asked for again. */
final class Unavailable extends IOException {
    private static final long serialVersionUID = 1L;

    Unavailable(String why) {
        super(why);
    }
}
