package io.firedrill.observe.inbox;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;

/**
 * A mail as it comes after DATA, up to the line with a single dot. All of it is counted, and only
 * its beginning is kept: many large mails at once must not fill memory.
 */
final class SmtpData {
    /** Longer mails are refused, as providers do at 10 to 35 MB. */
    static final long SIZE_AT_MOST = 10L << 20;
    /** What of a mail is kept to be read; texts come before attachments. */
    static final int KEPT_AT_MOST = 256 << 10;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long size;

    private SmtpData() {}

    private enum At {
        LINE_START,
        WITHIN,
        RETURN,
        DOT,
        DOT_RETURN,
        END
    }

    /**
     * Reads to the end. Only a dot between two full line ends is one: a dot between bare line feeds
     * is text, so that no second mail can be smuggled in behind it.
     *
     * @throws EOFException where the sender leaves before
     */
    static SmtpData read(Wire wire) throws IOException {
        SmtpData data = new SmtpData();
        At at = At.LINE_START;
        while (at != At.END) {
            int one = wire.read();
            if (one < 0) {
                throw new EOFException("the sender left in the middle of a mail");
            }
            at = data.next(at, one);
        }
        return data;
    }

    private At next(At at, int one) {
        switch (at) {
            case LINE_START:
                return one == '.' ? At.DOT : text(one);
            case RETURN:
                return one == '\n' ? lineEnd() : text(one);
            case DOT:
                return one == '\r' ? At.DOT_RETURN : text(one);
            case DOT_RETURN:
                return one == '\n' ? At.END : afterReturn(one);
            default:
                return text(one);
        }
    }

    private At afterReturn(int one) {
        keep('\r');
        return text(one);
    }

    private At lineEnd() {
        keep('\n');
        return At.LINE_START;
    }

    private At text(int one) {
        keep(one);
        return one == '\r' ? At.RETURN : At.WITHIN;
    }

    private void keep(int one) {
        if (size++ < KEPT_AT_MOST) {
            kept.write(one);
        }
    }

    /** Gives its size in bytes. */
    long size() {
        return size;
    }

    boolean tooBig() {
        return size > SIZE_AT_MOST;
    }

    /** Says whether only its beginning was kept. */
    boolean cut() {
        return size > KEPT_AT_MOST;
    }

    /** Gives its beginning. */
    byte[] kept() {
        return kept.toByteArray();
    }
}
