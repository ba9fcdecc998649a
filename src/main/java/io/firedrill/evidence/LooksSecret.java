package io.firedrill.evidence;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Masks what looks like a secret in what programs wrote, though no env file names it: private keys,
 * tokens, passwords in addresses, and whatever stands after {@code password=} and its kin.
 */
final class LooksSecret {
    /** What it looks like; the first group is no part of the secret. */
    private static final List<Pattern> KINDS = Stream.of(
                    "(-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----)[^-]{1,20000}",
                    "()\\beyJ[\\w-]{8,2000}\\.[\\w-]{8,8000}\\.[\\w-]{0,2000}",
                    "()\\bAKIA[0-9A-Z]{16}\\b",
                    "(?i)(\\b(?:basic|bearer) )[\\w+/=.~-]{12,8000}",
                    "(://[^\\s/:@]{1,100}:)[^\\s/@*]{1,200}(?=@)",
                    "(?i)((?:password|passwd|secret|token|api[_-]?key|credentials?)"
                            + "[\"']?\\s{0,3}[=:]\\s{0,3}[\"']?)[^\\s\"'$,;&*(){}]{4,2000}")
            .map(Pattern::compile)
            .toList();

    private LooksSecret() {}

    /** Gives a text without them. */
    static String mask(String text) {
        String masked = text;
        for (Pattern kind : KINDS) {
            masked = kind.matcher(masked).replaceAll("$1" + Masking.MASK);
        }
        return masked;
    }
}
