package io.firedrill.evidence.seal;

import io.firedrill.evidence.seal.PackContents.FileFacts;
import io.firedrill.evidence.seal.Verification.Finding;
import io.firedrill.journal.JournalChain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Holds every file of a pack against manifest and sums, and the journal against its own chain. */
final class FileFindings {
    private static final String CHANGED = "was changed: its SHA-256 is not the sealed one";

    private final PackContents contents;
    private final Witnesses witnesses;
    private final Optional<Manifest> manifest;
    private final Sums sums;
    private final Optional<JournalChain> chain;

    FileFindings(PackContents contents, Witnesses witnesses, Optional<Manifest> manifest) {
        this.contents = contents;
        this.witnesses = witnesses;
        this.manifest = manifest.filter(any -> witnesses.manifestHolds());
        this.sums = witnesses.sums().orElseGet(() -> Sums.parse(""));
        this.chain = contents.has(PackContents.JOURNAL)
                ? Optional.of(JournalChain.of(contents.bytes(PackContents.JOURNAL)))
                : Optional.empty();
    }

    /** Finds what is not as it was sealed. */
    List<Finding> find() {
        List<Finding> findings = new ArrayList<>(witnesses.findings());
        for (String name : names()) {
            file(name).filter(it -> isNew(it, findings)).ifPresent(findings::add);
        }
        findings.addAll(journal(findings));
        contents.others()
                .forEach(name -> findings.add(
                        new Finding(name, "was added: it is a link, or no file at all")));
        boolean written = contents.text(PackContents.SUMS).equals(Optional.of(sums.text()));
        if (findings.isEmpty() && !written) {
            findings.add(new Finding(
                    PackContents.SUMS, "was changed: it is not as Firedrill writes it"));
        }
        return findings;
    }

    private static boolean isNew(Finding finding, List<Finding> before) {
        return before.stream().noneMatch(it -> it.file().equals(finding.file()));
    }

    private SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>(contents.files().keySet());
        names.addAll(sums.lines().keySet());
        manifest.ifPresent(it -> names.addAll(it.files().keySet()));
        names.add(PackContents.MANIFEST);
        names.add(PackContents.STATEMENT);
        names.add(PackContents.SUMS);
        manifest.flatMap(Manifest::key)
                .ifPresent(any ->
                        names.addAll(List.of(PackContents.SIGNATURE, PackContents.PUBLIC_KEY)));
        return names;
    }

    private Optional<Finding> file(String name) {
        boolean sealed = PackContents.SEAL.contains(name) || manifest.isEmpty();
        return sealed ? bySums(name) : byManifest(name);
    }

    /** The manifest goes before the sums, which name it. */
    private Optional<Finding> byManifest(String name) {
        Optional<FileFacts> there = Optional.ofNullable(contents.files().get(name));
        Optional<FileFacts> asked = manifest.map(it -> it.files().get(name));
        if (asked.isEmpty()) {
            return Optional.of(
                    there.isPresent()
                            ? new Finding(name, "was added: it is not in the manifest")
                            : new Finding(PackContents.SUMS, "has a line too many: " + name));
        }
        if (there.isEmpty()) {
            return Optional.of(new Finding(name, "is missing"));
        }
        if (!there.equals(asked)) {
            return Optional.of(new Finding(name, CHANGED));
        }
        return byLine(name);
    }

    private Optional<Finding> byLine(String name) {
        Optional<String> line = sums.digest(name);
        if (line.equals(contents.digest(name)) || witnesses.sums().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                PackContents.SUMS,
                line.isEmpty()
                        ? "has no line for " + name + ", or a changed one"
                        : "its line for " + name + " was changed"));
    }

    private Optional<Finding> bySums(String name) {
        boolean there = contents.has(name);
        if (name.equals(PackContents.SUMS) || name.equals(PackContents.MANIFEST)) {
            return there ? Optional.empty() : Optional.of(new Finding(name, "is missing"));
        }
        Optional<String> line = sums.digest(name);
        if (!there) {
            return Optional.of(new Finding(name, "is missing"));
        }
        if (witnesses.sums().isEmpty() || line.equals(contents.digest(name))) {
            return Optional.empty();
        }
        return Optional.of(
                line.isEmpty()
                        ? new Finding(
                                name,
                                "was added, or its line in " + PackContents.SUMS + " was changed")
                        : new Finding(
                                name,
                                "does not agree with its line in " + PackContents.SUMS
                                        + ": one of the two was changed"));
    }

    /** Where the journal was changed, the record says more than the file. */
    private List<Finding> journal(List<Finding> sofar) {
        if (chain.isEmpty()) {
            return List.of();
        }
        Optional<JournalChain.Break> broken =
                chain.get().broken().filter(it -> !it.cutOff() || !sealedSo());
        if (broken.isPresent()) {
            sofar.removeIf(it -> it.file().equals(PackContents.JOURNAL));
            return List.of(new Finding(
                    PackContents.JOURNAL, broken.get().line(), broken.get().what()));
        }
        if (manifest.isEmpty() || sealedSo()) {
            return List.of();
        }
        sofar.removeIf(it -> it.file().equals(PackContents.JOURNAL));
        long sealed = manifest.get().journal().map(Manifest.End::records).orElse(0L);
        return List.of(new Finding(
                PackContents.JOURNAL,
                Math.min(chain.get().records(), sealed) + 1,
                "its chain holds, but is another one: " + sealed + " records were sealed, "
                        + chain.get().records() + " are there"));
    }

    /** Says whether the journal ends where the manifest says that it does. */
    private boolean sealedSo() {
        Optional<Manifest.End> there = chain.map(it -> new Manifest.End(it.records(), it.last()));
        return manifest.isPresent() && manifest.get().journal().equals(there);
    }

    /** Gives what a reader should know of it. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        chain.flatMap(JournalChain::broken)
                .filter(it -> it.cutOff() && byManifest(PackContents.JOURNAL).isEmpty())
                .ifPresent(it -> notes.add(
                        "the journal breaks off in line " + it.line() + ", and was sealed so"));
        return notes;
    }
}
