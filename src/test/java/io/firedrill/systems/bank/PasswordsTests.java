package io.firedrill.systems.bank;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Passwords as they are stored. */
class PasswordsTests {

    private final Passwords passwords = new Passwords();

    @Test
    void onlyTheRightPasswordMatches() {
        String stored = passwords.hash("right");

        assertThat(passwords.matches("right", stored)).isTrue();
        assertThat(passwords.matches("Right", stored)).isFalse();
        assertThat(passwords.matches("", stored)).isFalse();
    }

    @Test
    void equalPasswordsAreStoredDifferently() {
        assertThat(passwords.hash("same")).isNotEqualTo(passwords.hash("same"));
    }

    @Test
    void whatWasStoredWithOtherRoundsStillMatches() {
        // openssl kdf -keylen 32 -kdfopt digest:SHA256 -kdfopt pass:right
        //     -kdfopt salt:saltsalt -kdfopt iter:3 PBKDF2
        String stored = "3$c2FsdHNhbHQ=$bfl+TalPmUzZm3UBsCxyEZ+iGeuBwCl8pRw00eGPAEE=";

        assertThat(passwords.matches("right", stored)).isTrue();
    }
}
