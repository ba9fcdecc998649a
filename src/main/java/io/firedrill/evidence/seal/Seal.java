package io.firedrill.evidence.seal;

import io.firedrill.evidence.Disk;
import io.firedrill.evidence.Drilled;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Seals packs: writes, over everything that lies in one, the manifest, the statement, the signature
 * and the sums. Safe for use by several drills at once.
 */
public final class Seal {
    private final Series series;
    private final Optional<SigningKey> key;
    private final String version;

    /** Seals packs of a series; without a key they say that they are unsigned. */
    public Seal(Series series, Optional<SigningKey> key) {
        this(series, key, FiredrillVersion.here());
    }

    /** Seals packs as that version of Firedrill does. */
    Seal(Series series, Optional<SigningKey> key, String version) {
        this.series = series;
        this.key = key;
        this.version = version;
    }

    /** Gives a seal without a key and without earlier packs. */
    public static Seal plain() {
        return new Seal(Series.after(Map.of()), Optional.empty());
    }

    /**
     * Closes a pack; nothing may be written to it any more. The same content gives the same bytes.
     *
     * @param folder everything of the pack but the seal
     * @return the digest of the pack
     * @throws io.firedrill.evidence.EvidenceException where anything of it can not be written
     */
    public String close(Path folder, Drilled drill) {
        Optional<String> signer = key.map(it -> it.open().id());
        Disk.write(folder.resolve(PackContents.README), Readme.of(drill, signer));
        Optional<String> earlier =
                proves(drill) ? series.newest(drill.scenario().id()) : Optional.empty();
        PackContents contents = PackContents.of(folder);
        Manifest manifest =
                Manifest.of(contents, drill, new Manifest.Origin(version, earlier, signer));
        String digest = Digests.of(manifest.text());
        Disk.write(folder.resolve(PackContents.MANIFEST), manifest.text());
        String statement = Statement.of(drill, manifest, digest);
        Disk.write(folder.resolve(PackContents.STATEMENT), statement);
        key.ifPresent(it -> sign(folder, it, statement));
        Disk.write(folder.resolve(PackContents.SUMS), Sums.of(contents.sealed()).text());
        return digest;
    }

    private static void sign(Path folder, SigningKey key, String statement) {
        Path file = folder.resolve(PackContents.SIGNATURE);
        byte[] signature = key.sign(statement.getBytes(StandardCharsets.UTF_8));
        Disk.on(file, () -> Files.write(file, signature));
        Disk.write(folder.resolve(PackContents.PUBLIC_KEY), key.open().pem());
    }

    /** Notes that a closed pack is in its place: the next one of its drill names it. */
    public void placed(Drilled drill, String digest) {
        if (proves(drill)) {
            series.add(drill.scenario().id(), digest);
        }
    }

    /** A dry run proves nothing, and is no part of the history. */
    private static boolean proves(Drilled drill) {
        return !drill.result().dry();
    }

    /** Gives the digest of a pack; empty where it has no seal. */
    public static Optional<String> digest(Path pack) {
        Path manifest = pack.resolve(PackContents.MANIFEST);
        return Files.isRegularFile(manifest)
                ? Optional.of(Digests.of(Disk.read(manifest)))
                : Optional.empty();
    }
}
