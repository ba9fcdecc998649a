package io.firedrill.evidence.seal;

import io.firedrill.scenario.Scenario;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Answers from stored packs whether something held, so that nothing need run again that was drilled
 * as it is now. What is not known is never taken for held.
 */
public final class EvidenceGate {
    private static final String SHA_256 = "sha256:";

    private final PackVerifier verifier;
    private final Question question;

    /** Takes a question. */
    public EvidenceGate(PackVerifier verifier, Question question) {
        this.verifier = verifier;
        this.question = question;
    }

    /**
     * What is asked.
     *
     * @param function the critical function; empty for every drill
     * @param drill the id of one drill; empty for all
     * @param subject {@code sha256:...} of an image that must have been drilled; empty for any
     * @param images component to {@code sha256:...}: a pack of a system that has the component must
     *     have been made with that image
     * @param oldest evidence from before is none
     * @param drills the drills as they are now; where there are any, each that is asked for must
     *     have evidence, made with the scenario as it is now
     * @param begun by the id of a drill, when a run of it was last begun that has no end
     */
    public record Question(
            Optional<String> function,
            Optional<String> drill,
            Optional<String> subject,
            Map<String, String> images,
            Instant oldest,
            List<Scenario> drills,
            Map<String, Instant> begun) {
        private boolean asksFor(String id, String carries) {
            return drill.filter(it -> !it.equals(id)).isEmpty()
                    && function.filter(it -> !it.equals(carries)).isEmpty();
        }
    }

    /** What is answered; of several the first of these counts. */
    public enum Answer {
        /** A system failed. */
        BROKE,
        /** The last run does not tell, or a pack was changed. */
        COULD_NOT_TELL,
        /** Nothing was drilled as it is now, or it is too long ago. */
        NO_EVIDENCE,
        /** It held. */
        HELD
    }

    /**
     * What is answered of one drill.
     *
     * @param drill its id; that of a pack where only that is known
     * @param pack the evidence, where there is any
     */
    public record Line(String drill, Answer answer, String why, Optional<Path> pack) {}

    /** Answers, drill by drill; at least one line. */
    public List<Line> answer(List<Path> packs) {
        List<Line> lines = new ArrayList<>();
        Map<String, StoredDrill> newest = new LinkedHashMap<>();
        for (Path pack : packs) {
            Verification verified = verifier.verify(pack);
            if (verified.state() == Verification.State.CHANGED) {
                lines.add(changed(verified));
            } else if (verified.state() == Verification.State.INTACT) {
                StoredDrill.of(pack)
                        .filter(this::counts)
                        .ifPresent(it -> newest.merge(it.drill(), it, EvidenceGate::later));
            }
        }
        for (String id : asked(newest)) {
            lines.add(line(id, Optional.ofNullable(newest.get(id))));
        }
        if (lines.isEmpty()) {
            lines.add(new Line(
                    "",
                    Answer.NO_EVIDENCE,
                    "no pack and no drill is about what was asked",
                    Optional.empty()));
        }
        return lines;
    }

    private static Line changed(Verification pack) {
        String drill = pack.facts().map(Verification.Facts::drill).orElse("");
        return new Line(
                drill,
                Answer.COULD_NOT_TELL,
                "a pack was changed: 'verify' says where",
                Optional.of(pack.pack()));
    }

    private boolean counts(StoredDrill stored) {
        return !stored.twin()
                && !stored.dry()
                && question.asksFor(stored.drill(), stored.function())
                && question.subject()
                        .filter(it -> !stored.images().containsValue(it))
                        .isEmpty()
                && question.images().entrySet().stream()
                        .allMatch(asked -> asked.getValue()
                                .equals(stored.images()
                                        .getOrDefault(asked.getKey(), asked.getValue())));
    }

    private static StoredDrill later(StoredDrill one, StoredDrill other) {
        return Comparator.comparing(StoredDrill::finished).compare(one, other) >= 0 ? one : other;
    }

    private TreeSet<String> asked(Map<String, StoredDrill> stored) {
        TreeSet<String> ids = new TreeSet<>();
        question.drills().stream()
                .filter(it -> question.asksFor(it.id(), it.about().function().orElse("")))
                .forEach(it -> ids.add(it.id()));
        if (question.drills().isEmpty()) {
            ids.addAll(stored.keySet());
            question.drill().ifPresent(ids::add);
        }
        return ids;
    }

    private Line line(String id, Optional<StoredDrill> stored) {
        if (stored.isEmpty()) {
            return new Line(
                    id,
                    Answer.NO_EVIDENCE,
                    "there is no pack of it" + withImages(),
                    Optional.empty());
        }
        StoredDrill last = stored.get();
        return said(last)
                .map(why -> new Line(id, Answer.NO_EVIDENCE, why, Optional.of(last.pack())))
                .or(() -> thrownAway(last))
                .orElseGet(() -> new Line(
                        id,
                        answer(last.verdict()),
                        last.verdict() + " on " + last.finished(),
                        Optional.of(last.pack())));
    }

    private String withImages() {
        List<String> asked = new ArrayList<>();
        question.subject().ifPresent(it -> asked.add(brief(it) + " was drilled"));
        new TreeMap<>(question.images())
                .forEach((component, it) -> asked.add(component + " ran " + brief(it)));
        return asked.isEmpty() ? "" : " in which " + String.join(" and ", asked);
    }

    /** A failure stays one; what held may have failed in a later run that nobody wanted to see. */
    private Optional<Line> thrownAway(StoredDrill last) {
        return Optional.ofNullable(question.begun().get(last.drill()))
                .filter(at -> at.isAfter(last.finished()) && answer(last.verdict()) != Answer.BROKE)
                .map(at -> new Line(
                        last.drill(),
                        Answer.COULD_NOT_TELL,
                        last.verdict() + " on " + last.finished()
                                + ", but a run of it was begun on " + at
                                + " and has no end: killed, thrown away, or still under way",
                        Optional.of(last.pack())));
    }

    /** Says why a pack is no evidence now; a failure is one however old it is. */
    private Optional<String> said(StoredDrill last) {
        boolean other = question.drills().stream()
                .filter(it -> it.id().equals(last.drill()))
                .anyMatch(it -> !ScenarioJson.digest(it).equals(last.scenario()));
        if (other) {
            return Optional.of("its steps, its system or its targets are not those of "
                    + last.finished() + " any more (it was " + last.verdict() + ")");
        }
        boolean old = last.finished().isBefore(question.oldest());
        return old && answer(last.verdict()) != Answer.BROKE
                ? Optional.of("it was last drilled on " + last.finished() + ", too long ago")
                : Optional.empty();
    }

    private static Answer answer(String verdict) {
        return switch (verdict) {
            case "PASS" -> Answer.HELD;
            case "FAIL" -> Answer.BROKE;
            default -> Answer.COULD_NOT_TELL;
        };
    }

    private static String brief(String digest) {
        return digest.substring(0, Math.min(digest.length(), SHA_256.length() + 12));
    }
}
