package io.firedrill.systems.pocket;

import java.io.IOException;

/** Says whether the front may send a request to another portal, after one did not answer it. */
@FunctionalInterface
interface Retry {

    /** Says so. */
    boolean mayTryAnother(WebRequest request, IOException trouble);
}
