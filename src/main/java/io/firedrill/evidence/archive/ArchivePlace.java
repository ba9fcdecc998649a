package io.firedrill.evidence.archive;

import java.nio.file.Path;

/** Where an archive is. */
public sealed interface ArchivePlace {
    /** What a switch begins with that names a branch and not a folder. */
    String GIT = "git:";

    /** The branch where none is named. */
    String USUAL_BRANCH = "firedrill-archive";

    /** A folder, which need not be there yet. */
    record Folder(Path folder) implements ArchivePlace {}

    /**
     * A branch, which need not be there yet.
     *
     * @param repository path or URL, as {@code git clone} takes it
     */
    record Branch(String repository, String branch) implements ArchivePlace {}

    /** Reads {@code <folder>} or {@code git:<repository>[#<branch>]}. */
    static ArchivePlace of(String text) {
        if (!text.startsWith(GIT)) {
            return new Folder(Path.of(text));
        }
        String rest = text.substring(GIT.length());
        int hash = rest.lastIndexOf('#');
        return hash < 0
                ? new Branch(rest, USUAL_BRANCH)
                : new Branch(rest.substring(0, hash), rest.substring(hash + 1));
    }
}
