package io.firedrill.observe.inbox;

import java.io.ByteArrayOutputStream;

/** The little of DER (ITU-T X.690) that a certificate takes. */
final class Der {
    static final int INTEGER = 0x02;
    static final int BITS = 0x03;
    static final int OCTETS = 0x04;
    static final int OID = 0x06;
    static final int UTF8 = 0x0C;
    static final int UTC_TIME = 0x17;
    static final int SET = 0x31;
    static final int DNS_NAME = 0x82;
    static final int TAG_0 = 0xA0;
    static final int TAG_3 = 0xA3;
    private static final int SEQUENCE = 0x30;
    private static final int SHORT = 0x80;

    private Der() {}

    /** Wraps contents of up to 65,535 bytes. */
    static byte[] of(int tag, byte[] content) {
        int length = content.length;
        byte[] head = length < SHORT
                ? new byte[] {(byte) tag, (byte) length}
                : new byte[] {(byte) tag, (byte) 0x82, (byte) (length >> 8), (byte) length};
        if (length >= SHORT && length < 0x100) {
            head = new byte[] {(byte) tag, (byte) 0x81, (byte) length};
        }
        return join(head, content);
    }

    /** Wraps some values into a sequence. */
    static byte[] sequence(byte[]... values) {
        return of(SEQUENCE, join(values));
    }

    /** Writes one behind the other. */
    static byte[] join(byte[]... values) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] value : values) {
            joined.writeBytes(value);
        }
        return joined.toByteArray();
    }
}
