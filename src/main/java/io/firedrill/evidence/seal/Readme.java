package io.firedrill.evidence.seal;

import io.firedrill.evidence.Drilled;

import java.util.Optional;

/** The file {@code README.txt} of a pack: what it is, and how it is verified with common tools. */
final class Readme {
    private static final String HEAD = """
            The evidence pack of one drill of Firedrill.

            drill    %s
            verdict  %s
            from     %s
            to       %s
            seal     %s

            report.html, where it is there, is for people; verdicts.json for programs;
            journal.jsonl is the record that every verdict is computed from. manifest.json
            names every file with its SHA-256; its own SHA-256 is the digest of this pack.

            1. Is it whole, and as it was sealed? In this folder:

                 sha256sum --strict -c SHA256SUMS
                 find . ! -type d | sort

               The first must say OK for every file. The second must show no other file than
               those, and SHA256SUMS itself.
            """;

    private static final String SIGNED = """

            2. Who sealed it?

                 openssl pkeyutl -verify -pubin -inkey public-key.pem -rawin \\
                     -in statement.json -sigfile statement.sig

               must say "Signature Verified Successfully". statement.json names the SHA-256 of
               manifest.json, and manifest.json that of every other file. These two must agree:

                 sha256sum manifest.json
                 grep -A 4 '"manifest.json"' statement.json

               The key in this folder proves something only where you know it from elsewhere.
               Its fingerprint

                 openssl pkey -pubin -in public-key.pem -outform DER | sha256sum

               must be %s
               and must be what its owner told you. Where the team that was drilled holds the
               private key, the signature says that the pack was not changed after them, and
               nothing of their independence.
            """;

    private static final String UNSIGNED = """

            2. Who sealed it? This pack is UNSIGNED. What 1 finds is an accident or a clumsy
               change. Whoever can write to this folder can make every file anew: then only the
               next pack of the same drill, the history, or a copy that somebody else keeps
               shows it. Give Firedrill a key (firedrill.signing-key).
            """;

    private static final String TAIL = """

            3. Do the verdicts follow from the record? With Firedrill, which needs no Docker
               for it:

                 java -jar firedrill-<version>-cli.jar verify .
                 java -jar firedrill-<version>-cli.jar judge .

               "verify" does all of the above, and names the record of the journal that was
               changed. "judge" computes every verdict again from journal.jsonl and
               scenario.json.
            """;

    private Readme() {}

    static String of(Drilled drill, Optional<String> key) {
        String head = HEAD.formatted(
                drill.scenario().id(),
                drill.word(),
                drill.started(),
                drill.ended(),
                key.map(it -> SigningKey.ALGORITHM + ", key " + it).orElse("UNSIGNED"));
        return head + key.map(SIGNED::formatted).orElse(UNSIGNED) + TAIL;
    }
}
