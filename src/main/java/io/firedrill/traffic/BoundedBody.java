package io.firedrill.traffic;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.ContentTooLongException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.nio.entity.AbstractBinAsyncEntityConsumer;

/** Collects an answer's body as UTF-8, up to a limit: a system gone wild must not fill our heap. */
final class BoundedBody extends AbstractBinAsyncEntityConsumer<String> {
    static final int LIMIT_BYTES = 1 << 20;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    protected void streamStart(ContentType contentType) {
        // JSON is UTF-8 whatever the header says (RFC 8259, 8.1)
    }

    @Override
    protected int capacityIncrement() {
        return Integer.MAX_VALUE;
    }

    @Override
    protected void data(ByteBuffer source, boolean endOfStream) throws ContentTooLongException {
        if (bytes.size() + source.remaining() > LIMIT_BYTES) {
            throw new ContentTooLongException("body longer than " + LIMIT_BYTES + " bytes");
        }
        byte[] chunk = new byte[source.remaining()];
        source.get(chunk);
        bytes.write(chunk, 0, chunk.length);
    }

    @Override
    protected String generateContent() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void releaseResources() {
        bytes.reset();
    }
}
