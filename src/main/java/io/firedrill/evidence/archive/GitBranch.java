package io.firedrill.evidence.archive;

import io.firedrill.evidence.Disk;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A branch of a git repository, checked out into a folder of its own. It is only added to: what
 * another run pushed in between is taken in first, and nothing is ever forced.
 */
final class GitBranch {
    private static final int NO_SUCH_BRANCH = 2;

    /** As many runs may push in between, one after another, before it is given up. */
    private static final int ATTEMPTS = 10;

    private final Git git;
    private final String branch;

    private GitBranch(Git git, String branch) {
        this.git = git;
        this.branch = branch;
    }

    /**
     * Checks it out, or begins it where there is none.
     *
     * @param tree an empty folder
     * @throws io.firedrill.evidence.EvidenceException where the repository can not be reached
     */
    static GitBranch checkOut(ArchivePlace.Branch place, Path tree) {
        Disk.on(tree, () -> Files.createDirectories(tree));
        Git git = new Git(tree, tree.resolveSibling(tree.getFileName() + ".git-says"));
        git.demand("check-ref-format", "--branch", place.branch());
        git.demand("init", "--quiet");
        // Not in anybody's name: a program wrote it, and whose key signs says the pack.
        git.demand("config", "user.name", "Firedrill");
        git.demand("config", "user.email", "firedrill@localhost");
        git.demand("config", "commit.gpgsign", "false");
        // Not one byte may be changed on the way.
        git.demand("config", "core.autocrlf", "false");
        git.demand("remote", "add", "origin", located(place.repository()));
        Git.Said there = git.call("ls-remote", "--exit-code", "--heads", "origin", place.branch());
        if (there.fine()) {
            git.demand("fetch", "--quiet", "--depth=1", "origin", place.branch());
            git.demand("checkout", "--quiet", "-B", place.branch(), "FETCH_HEAD");
        } else if (there.exit() == NO_SUCH_BRANCH) {
            git.demand("checkout", "--quiet", "--orphan", place.branch());
        } else {
            throw Git.refused(there, "ls-remote");
        }
        return new GitBranch(git, place.branch());
    }

    /** A path is meant from where Firedrill was started, not from the folder git works in. */
    private static String located(String repository) {
        boolean remote = repository.contains(":") || !Files.exists(Path.of(repository));
        return remote
                ? repository
                : Path.of(repository).toAbsolutePath().normalize().toUri().toString();
    }

    /**
     * Adds what is new in the folder to the branch.
     *
     * @throws io.firedrill.evidence.EvidenceException where it could not be pushed
     */
    void publish(String message) {
        // Whatever the machine is set up to ignore: a pack without its logs is a broken one.
        git.demand("add", "--all", "--force");
        git.demand("commit", "--quiet", "-m", message);
        String target = "HEAD:refs/heads/" + branch;
        Git.Said said = git.call("push", "--quiet", "origin", target);
        for (int attempt = 1; attempt < ATTEMPTS && !said.fine() && takenIn(); attempt++) {
            said = git.call("push", "--quiet", "origin", target);
        }
        if (!said.fine()) {
            throw Git.refused(said, "push");
        }
    }

    /** Takes in what others pushed; runs have folders of their own, so nothing can conflict. */
    private boolean takenIn() {
        return git.call("fetch", "--quiet", "origin", branch).fine()
                && git.call("rebase", "--quiet", "FETCH_HEAD").fine();
    }
}
