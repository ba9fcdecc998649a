package io.firedrill.evidence.seal;

import java.util.Optional;

/** The version of Firedrill, as the manifest of its jar bears it. */
public final class FiredrillVersion {
    private FiredrillVersion() {}

    /** Gives it; {@code (not from a jar)} where its classes come from a folder. */
    public static String here() {
        return Optional.ofNullable(FiredrillVersion.class.getPackage().getImplementationVersion())
                .orElse("(not from a jar)");
    }
}
