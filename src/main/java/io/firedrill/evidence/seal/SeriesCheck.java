package io.firedrill.evidence.seal;

import io.firedrill.evidence.History;
import io.firedrill.evidence.seal.Verification.Facts;
import io.firedrill.evidence.seal.Verification.Finding;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds the packs of each drill against one another, and against the history where there is one: a
 * pack that is missing between two others, or stands in the place of another, is seen.
 *
 * @param history id of a drill to the digests of its packs, the first one first; empty where no
 *     history was asked for
 */
public record SeriesCheck(Optional<Map<String, List<String>>> history) {

    /** Goes by the packs alone. */
    public static SeriesCheck alone() {
        return new SeriesCheck(Optional.empty());
    }

    /** Goes by a history as well. */
    public static SeriesCheck of(History history) {
        return new SeriesCheck(Optional.of(history.packs()));
    }

    /** A pack of a series, and its position among all that were verified. */
    private record Member(int position, Verification pack, Facts facts) {
        Instant time() {
            try {
                return Instant.parse(facts.started());
            } catch (DateTimeException e) {
                return Instant.MAX; // no time of a run: last, where its link is missed
            }
        }
    }

    /** Gives the same verifications, in the same order, with what their series say. */
    public List<Verification> over(List<Verification> packs) {
        List<Verification> all = new ArrayList<>(packs);
        for (List<Member> series : series(packs)) {
            Optional<Member> before = Optional.empty();
            for (Member member : series) {
                boolean newest = member.equals(series.get(series.size() - 1));
                List<Finding> findings = new ArrayList<>(linked(member, before));
                findings.addAll(byHistory(member.facts(), newest));
                all.set(member.position(), member.pack().and(findings));
                before = Optional.of(member);
            }
        }
        return List.copyOf(all);
    }

    private static List<List<Member>> series(List<Verification> packs) {
        Map<String, List<Member>> series = new LinkedHashMap<>();
        for (int at = 0; at < packs.size(); at++) {
            int position = at;
            Verification pack = packs.get(at);
            pack.facts()
                    .filter(facts -> !facts.dry())
                    .ifPresent(
                            facts -> series.computeIfAbsent(facts.drill(), any -> new ArrayList<>())
                                    .add(new Member(position, pack, facts)));
        }
        series.values().forEach(each -> each.sort(Comparator.comparing(Member::time)));
        return List.copyOf(series.values());
    }

    private static List<Finding> linked(Member member, Optional<Member> before) {
        Optional<String> asked = before.map(it -> it.facts().digest());
        if (before.isEmpty() || asked.equals(member.facts().earlier())) {
            return List.of();
        }
        return List.of(new Finding(
                PackContents.MANIFEST,
                "the series is broken: it names " + named(member.facts().earlier())
                        + " as the pack before it, and the one before it here is " + named(asked)
                        + " (" + before.get().pack().pack() + "): a pack between them is missing,"
                        + " or another was put in the place of one"));
    }

    private List<Finding> byHistory(Facts facts, boolean newest) {
        return history.map(all -> all.getOrDefault(facts.drill(), List.of()))
                .map(all -> byHistory(facts, newest, all))
                .orElse(List.of());
    }

    private static List<Finding> byHistory(Facts facts, boolean newest, List<String> all) {
        int at = all.lastIndexOf(facts.digest());
        if (at < 0) {
            return List.of(new Finding(
                    PackContents.MANIFEST,
                    "the history does not know this pack, " + named(Optional.of(facts.digest()))
                            + ": it was put in the place of another, or the history was changed"));
        }
        List<Finding> findings = new ArrayList<>();
        Optional<String> before = at == 0 ? Optional.empty() : Optional.of(all.get(at - 1));
        if (!before.equals(facts.earlier())) {
            findings.add(new Finding(
                    PackContents.MANIFEST,
                    "it names " + named(facts.earlier())
                            + " as the pack before it, and the history " + named(before)
                            + ": the history was changed"));
        }
        int later = all.size() - 1 - at;
        if (newest && later > 0) {
            findings.add(new Finding(
                    PackContents.MANIFEST,
                    "an older pack: by the history the newest of " + facts.drill() + " is "
                            + named(Optional.of(all.get(all.size() - 1))) + ", " + later
                            + " later"));
        }
        return findings;
    }

    private static String named(Optional<String> digest) {
        return digest.map(it -> "pack " + Digests.inShort(it)).orElse("none");
    }
}
