package io.firedrill.check.told;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTests {
    private final Links links = new Links(Set.of("bank.example"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "See https://status.bank.example/7.",
                "See http://BANK.example:8443, or call.",
                "See www.bank.example",
                "Write to help@mail.bank.example.",
                "No link at all: 2026-11-22T14:00:00Z",
            })
    void leavesTheCompanysOwnDomainsAlone(String text) {
        assertThat(links.foreign(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://bank.example.evil.example/login",
                "https://evilbank.example",
                "https://bank.example@evil.example/",
                "https://evil.example\\@bank.example",
                "ftp://files.example/x",
                "www.evil.example",
            })
    void findsLinksThatLeadElsewhereHoweverTheyLook(String link) {
        assertThat(links.foreign("go to " + link)).containsExactly(link);
    }

    @Test
    void findsMailAddressesOfOthers() {
        assertThat(links.foreign("write to help@evil.example or help@bank.example"))
                .containsExactly("help@evil.example");
    }
}
