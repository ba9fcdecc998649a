package io.firedrill.evidence.seal;

import io.firedrill.evidence.Disk;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What lies in the folder of a pack.
 *
 * @param files path from the folder, with {@code /}, to what the file is
 * @param others what is neither file nor folder, such as a link
 */
record PackContents(Path folder, SortedMap<String, FileFacts> files, List<String> others) {
    static final String JOURNAL = "journal.jsonl";
    static final String SCENARIO = "scenario.json";
    static final String VERDICTS = "verdicts.json";
    static final String README = "README.txt";
    static final String MANIFEST = "manifest.json";
    static final String STATEMENT = "statement.json";
    static final String SIGNATURE = "statement.sig";
    static final String PUBLIC_KEY = "public-key.pem";
    static final String SUMS = "SHA256SUMS";

    /** What the seal itself consists of: no file of the manifest. */
    static final List<String> SEAL = List.of(MANIFEST, STATEMENT, SIGNATURE, PUBLIC_KEY, SUMS);

    /** Size and digest of a file. */
    record FileFacts(String sha256, long bytes) {}

    /** Reads every file of a folder. */
    static PackContents of(Path folder) {
        SortedMap<String, FileFacts> files = new TreeMap<>();
        for (Path file : Disk.files(folder)) {
            files.put(name(folder, file), facts(file));
        }
        return new PackContents(folder, files, others(folder));
    }

    private static FileFacts facts(Path file) {
        byte[] bytes = Disk.on(file, () -> Files.readAllBytes(file));
        return new FileFacts(Digests.of(bytes), bytes.length);
    }

    /** Gives the same with those files of the seal that are there by now. */
    PackContents sealed() {
        SortedMap<String, FileFacts> more = new TreeMap<>(files);
        SEAL.stream()
                .filter(name -> Files.isRegularFile(folder.resolve(name)))
                .forEach(name -> more.put(name, facts(folder.resolve(name))));
        return new PackContents(folder, more, others);
    }

    private static List<String> others(Path folder) {
        return Disk.on(folder, () -> {
            try (Stream<Path> all = Files.walk(folder)) {
                List<String> others = new ArrayList<>();
                all.filter(path -> !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                                && !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                        .sorted()
                        .forEach(path -> others.add(name(folder, path)));
                return List.copyOf(others);
            }
        });
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    boolean has(String name) {
        return files.containsKey(name);
    }

    /** Gives the digest of a file; empty where it is not there. */
    Optional<String> digest(String name) {
        return Optional.ofNullable(files.get(name)).map(FileFacts::sha256);
    }

    /** Gives the bytes of a file that is there. */
    byte[] bytes(String name) {
        Path file = folder.resolve(name);
        return Disk.on(file, () -> Files.readAllBytes(file));
    }

    /** Gives the text of a file; empty where it is not there. */
    Optional<String> text(String name) {
        return has(name)
                ? Optional.of(new String(bytes(name), StandardCharsets.UTF_8))
                : Optional.empty();
    }
}
