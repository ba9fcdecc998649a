package io.firedrill.evidence.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.evidence.EvidenceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The key that packs are signed with. */
final class SigningKeyTests {
    private static final String HOW = "needed: an Ed25519 private key, PKCS#8 in PEM, without a"
            + " passphrase. Make one: openssl genpkey -algorithm ed25519 -out key.pem";

    @TempDir
    private Path folder;

    private static SigningKey ofText(String pem) {
        return SigningKey.find(Optional.empty(), Map.of(SigningKey.VARIABLE, pem))
                .orElseThrow();
    }

    @Test
    void publicKeyAndSignatureAreThoseOfTheStandard() {
        SigningKey key = TestPacks.otherKey();

        String encoded = HexFormat.of().formatHex(key.open().key().getEncoded());
        assertThat(encoded)
                .endsWith("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
        assertThat(HexFormat.of().formatHex(key.sign(new byte[] {0x72})))
                .isEqualTo("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    }

    @Test
    void thePublicKeyIsWrittenAsOpensslDoesAndReadBack() throws IOException {
        String pem = TestPacks.key().open().pem();
        Path file = folder.resolve("public.pem");
        Files.writeString(file, pem);

        assertThat(pem)
                .isEqualTo("-----BEGIN PUBLIC KEY-----\n"
                        + "MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n"
                        + "-----END PUBLIC KEY-----\n");
        assertThat(VerifyingKey.read(file).id())
                .isEqualTo(TestPacks.key().open().id());
    }

    @Test
    void aKeyComesFromTheFileFirstThenFromTheEnvironmentAndElseThereIsNone() throws IOException {
        Path file = folder.resolve("key.pem");
        Files.writeString(file, TestPacks.OTHER_KEY);
        Map<String, String> environment = Map.of(SigningKey.VARIABLE, TestPacks.KEY);

        assertThat(SigningKey.find(Optional.of(file), environment)
                        .orElseThrow()
                        .open()
                        .id())
                .isEqualTo(TestPacks.otherKey().open().id());
        assertThat(SigningKey.find(Optional.empty(), environment)
                        .orElseThrow()
                        .open()
                        .id())
                .isEqualTo(TestPacks.key().open().id());
        assertThat(SigningKey.find(Optional.empty(), Map.of())).isEmpty();
        assertThat(SigningKey.find(Optional.empty(), Map.of(SigningKey.VARIABLE, " ")))
                .isEmpty();
    }

    @Test
    void aKeyThatIsNoneIsOneClearErrorWithoutTheKey() throws IOException {
        Path missing = folder.resolve("missing.pem");
        Path nonsense = folder.resolve("nonsense.pem");
        Files.writeString(nonsense, "hunter2");

        assertThatThrownBy(() -> SigningKey.find(Optional.of(missing), Map.of()))
                .isInstanceOf(EvidenceException.class)
                .hasMessage("firedrill.signing-key is '" + missing + "', which can not be read; "
                        + HOW);
        assertThatThrownBy(() -> SigningKey.find(Optional.of(nonsense), Map.of()))
                .isInstanceOf(EvidenceException.class)
                .hasMessage("firedrill.signing-key is '" + nonsense + "': no such key; " + HOW);
        assertThatThrownBy(() -> ofText("-----BEGIN PRIVATE KEY-----\nx!\n"))
                .hasMessage("the variable FIREDRILL_SIGNING_KEY: no such key; " + HOW);
        assertThatThrownBy(() -> ofText(TestPacks.KEY.replace("MC4C", "MC4D")))
                .hasMessage("the variable FIREDRILL_SIGNING_KEY: another kind of key; " + HOW);
    }

    @Test
    void aKeyOfAnotherKindIsRefused() throws NoSuchAlgorithmException {
        KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC");
        String pem = Pem.write(pairs.generateKeyPair().getPrivate().getEncoded(), "PRIVATE KEY");

        assertThatThrownBy(() -> ofText(pem))
                .isInstanceOf(EvidenceException.class)
                .hasMessage("the variable FIREDRILL_SIGNING_KEY: another kind of key; " + HOW);
    }

    @Test
    void theKeyIsNeverPrinted() {
        assertThat(TestPacks.key())
                .hasToString("SigningKey[" + TestPacks.key().open().id() + "]");
    }

    @Test
    void anotherKeyOrAnotherTextDoesNotVerify() {
        byte[] text = "text".getBytes(StandardCharsets.UTF_8);
        byte[] signature = TestPacks.key().sign(text);

        assertThat(TestPacks.key().open().verifies(text, signature)).isTrue();
        assertThat(TestPacks.otherKey().open().verifies(text, signature)).isFalse();
        assertThat(TestPacks.key().open().verifies(new byte[] {1}, signature)).isFalse();
        assertThat(TestPacks.key().open().verifies(text, new byte[3])).isFalse();
    }
}
