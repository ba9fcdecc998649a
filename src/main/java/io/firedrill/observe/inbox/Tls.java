package io.firedrill.observe.inbox;

import io.firedrill.DrillException;
import io.firedrill.journal.DrillClock;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A provider's side of TLS, with a key and a certificate made for this run and signed by itself: no
 * secret lies in the code, and no sender may take it for more than it is.
 */
final class Tls {
    private static final byte[] ECDSA_SHA256 = {0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 4, 3, 2
    };
    private static final byte[] COMMON_NAME = {0x55, 4, 3};
    private static final byte[] ALTERNATIVE_NAME = {0x55, 0x1D, 0x11};
    private static final DateTimeFormatter UTC_TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Duration VALID = Duration.ofDays(1);
    private static final char[] NO_PASSWORD = {};

    private final SSLContext context;

    private Tls(SSLContext context) {
        this.context = context;
    }

    /**
     * Makes one.
     *
     * @param name under which senders find the provider
     */
    static Tls selfSigned(String name, DrillClock clock) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            Certificate[] chain = {certificate(name, pair, clock.wall())};
            store.setKeyEntry("provider", pair.getPrivate(), NO_PASSWORD, chain);
            KeyManagerFactory keys =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, NO_PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return new Tls(context);
        } catch (GeneralSecurityException | IOException cause) {
            throw new DrillException("no certificate can be made for '" + name + "'", cause);
        }
    }

    private static Certificate certificate(String name, KeyPair pair, Instant now)
            throws GeneralSecurityException {
        byte[] algorithm = Der.sequence(Der.of(Der.OID, ECDSA_SHA256));
        byte[] told = told(name, pair.getPublic(), now);
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        signature.update(told);
        byte[] bits = Der.of(Der.BITS, Der.join(new byte[1], signature.sign()));
        byte[] whole = Der.sequence(told, algorithm, bits);
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(whole));
    }

    /** What is signed: TBSCertificate of RFC 5280, 4.1. */
    private static byte[] told(String name, PublicKey key, Instant now) {
        byte[] who = Der.sequence(Der.of(
                Der.SET, Der.sequence(Der.of(Der.OID, COMMON_NAME), Der.of(Der.UTF8, utf8(name)))));
        byte[] names = Der.sequence(Der.of(Der.DNS_NAME, utf8(name)));
        byte[] extension =
                Der.sequence(Der.of(Der.OID, ALTERNATIVE_NAME), Der.of(Der.OCTETS, names));
        return Der.sequence(
                Der.of(Der.TAG_0, Der.of(Der.INTEGER, new byte[] {2})),
                Der.of(Der.INTEGER, new BigInteger(64, new SecureRandom()).toByteArray()),
                Der.sequence(Der.of(Der.OID, ECDSA_SHA256)),
                who,
                Der.sequence(time(now.minus(VALID)), time(now.plus(VALID))),
                who,
                key.getEncoded(),
                Der.of(Der.TAG_3, Der.sequence(extension)));
    }

    private static byte[] time(Instant instant) {
        return Der.of(Der.UTC_TIME, utf8(UTC_TIME.format(instant)));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Shakes hands over a connection; from then on both talk through what is given back. */
    SSLSocket over(Socket socket) throws IOException {
        SSLSocket secure = (SSLSocket) context.getSocketFactory()
                .createSocket(socket, "127.0.0.1", socket.getPort(), true);
        secure.setUseClientMode(false);
        secure.startHandshake();
        return secure;
    }
}
