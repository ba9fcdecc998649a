package io.firedrill.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds switches of a run that fit nothing that was read: a run of nothing must not look green. */
final class Misfits {
    private final Options options;
    private final Reading reading;
    private final List<String> found = new ArrayList<>();

    Misfits(Options options, Reading reading) {
        this.options = options;
        this.reading = reading;
    }

    /** Gives one sentence for each. */
    List<String> find() {
        if (reading.broken().isEmpty()) {
            images();
        }
        List<String> ids = ids();
        options.drills().stream()
                .filter(glob -> ids.stream().noneMatch(id -> Glob.matches(glob, id)))
                .forEach(glob -> note(
                        "firedrill.drills: " + Quote.of(glob) + " matches no drill",
                        "drills",
                        glob,
                        ids));
        if (found.isEmpty() && reading.broken().isEmpty()) {
            level();
        }
        return List.copyOf(found);
    }

    /** Gives one sentence for each image whose component is in no system. */
    List<String> strangers() {
        images();
        return List.copyOf(found);
    }

    private List<String> ids() {
        Stream<String> sound = reading.drills().stream().map(Scenario::id);
        Stream<String> broken = reading.broken().stream()
                .map(file -> Folders.name(file.resolveSibling("")) + "/" + Folders.stem(file));
        return Stream.concat(sound, broken).distinct().sorted().toList();
    }

    private void images() {
        List<String> components = reading.drills().stream()
                .flatMap(drill -> drill.system().components().stream())
                .distinct()
                .sorted()
                .toList();
        options.images().keySet().stream()
                .filter(name -> !components.contains(name))
                .forEach(name -> note(
                        "firedrill.image." + name + ": unknown component " + Quote.of(name),
                        "components",
                        name,
                        components));
    }

    private void level() {
        if (reading.drills().stream().noneMatch(options::selects)) {
            List<String> others = reading.drills().stream()
                    .filter(options::leavesForLevel)
                    .map(drill -> drill.id() + " (" + drill.about().level().word() + ")")
                    .toList();
            found.add("firedrill.level: none of the chosen drills is of level "
                    + options.level().word() + "; drills: " + String.join(", ", others));
        }
    }

    private void note(String what, String noun, String word, List<String> known) {
        String guess = Guess.of(word, known);
        String hint = guess.isEmpty() ? "" : ". " + guess;
        found.add(what + "; " + noun + ": " + String.join(", ", known) + hint);
    }
}
