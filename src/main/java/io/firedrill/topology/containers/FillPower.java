package io.firedrill.topology.containers;

import com.github.dockerjava.api.command.InspectContainerResponse;

import io.firedrill.DrillException;
import io.firedrill.topology.Capability.Answer;
import io.firedrill.topology.Capability.Fillable;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Fills a folder of a container by a command inside it, which needs {@code sh}, {@code df},
 * {@code head} and {@code rm} there. A folder of the machine (a bind mount) is refused: it would be
 * filled for others, and outlive the container. Volumes and the container's own layer lie on a disk
 * that the engine shares, so there 1 GB is left; a file system of its own, such as a tmpfs, is
 * filled to the brim.
 */
final class FillPower implements Fillable {
    private static final Duration LIMIT = Duration.ofSeconds(25);
    private static final int NO_FOLDER = 3;
    private static final int THERE_ALREADY = 4;
    private static final int TOO_LITTLE_LEFT = 5;

    /** $1 folder, $2 bytes: one file system is that of / where both have the same size. */
    private static final String FILL = "[ -d \"$1\" ] || exit " + NO_FOLDER
            + "\n[ ! -e \"$1/" + FILLER + "\" ] || exit " + THERE_ALREADY
            + "\nset -- \"$1\" \"$2\" $(df -Pk \"$1\" | tail -n 1)"
            + " $(df -Pk / | tail -n 1) || exit 1"
            + "\n[ \"$4\" != \"${10}\" ] || [ $(($6 - $2 / 1000)) -ge 1000000 ] || exit "
            + TOO_LITTLE_LEFT
            + "\nhead -c \"$2\" /dev/zero > \"$1/" + FILLER + "\" 2>/dev/null"
            + "\n[ -s \"$1/" + FILLER + "\" ]";

    private static final String EMPTY =
            "rm -f \"$1/" + FILLER + "\" && [ ! -e \"$1/" + FILLER + "\" ]";

    private final StopPower container;
    private volatile Optional<String> filled = Optional.empty();

    FillPower(StopPower container) {
        this.container = container;
    }

    @Override
    public void fill(String folder, long bytes) {
        requireOwn(folder);
        filled = Optional.of(folder);
        Answer answer = run(FILL, folder, String.valueOf(bytes));
        if (answer.code() != 0) {
            throw new DrillException("'" + folder + "' of " + container.name()
                    + " could not be filled: " + reason(answer));
        }
    }

    private static String reason(Answer answer) {
        return switch (answer.code()) {
            case NO_FOLDER -> "there is no such folder";
            case THERE_ALREADY -> FILLER + " is there already";
            case TOO_LITTLE_LEFT -> "less than 1 GB would be left on a disk that others use";
            default -> "exit code " + answer.code() + ", " + answer.output().strip();
        };
    }

    private void requireOwn(String folder) {
        if (!folder.startsWith("/") || List.of(folder.split("/", -1)).contains("..")) {
            throw new DrillException("'" + folder + "' is no absolute path without '..'");
        }
        container
                .engine()
                .inspect(container.id())
                .flatMap(seen -> bound(seen, folder))
                .ifPresent(place -> {
                    throw new DrillException("'" + folder + "' of " + container.name()
                            + " lies in '" + place + "', a folder of this machine;"
                            + " fill a volume, a tmpfs or the container's own disk");
                });
    }

    private static Optional<String> bound(InspectContainerResponse seen, String folder) {
        return Optional.ofNullable(seen.getMounts()).orElse(List.of()).stream()
                .filter(mount -> mount.getName() == null && mount.getSource() != null)
                .filter(mount -> !mount.getSource().isEmpty())
                .map(mount -> String.valueOf(mount.getDestination()))
                .filter(place -> (folder + "/").startsWith(place + "/"))
                .findFirst();
    }

    /** One whose process ended for want of room is started, for only inside can it be emptied. */
    @Override
    public void empty() {
        Optional<String> folder = filled;
        if (folder.isEmpty()) {
            return;
        }
        container.start();
        Answer answer = run(EMPTY, folder.get());
        if (answer.code() != 0 && container.engine().inspect(container.id()).isPresent()) {
            throw new DrillException("'" + folder.get() + "' of " + container.name()
                    + " could not be emptied: exit code " + answer.code() + ", "
                    + answer.output().strip());
        }
        filled = Optional.empty();
    }

    private Answer run(String script, String... arguments) {
        List<String> command = new java.util.ArrayList<>(List.of("sh", "-c", script, "sh"));
        command.addAll(List.of(arguments));
        return container.engine().exec(container.id(), command, LIMIT);
    }
}
