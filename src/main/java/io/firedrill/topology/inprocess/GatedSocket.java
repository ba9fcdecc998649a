package io.firedrill.topology.inprocess;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;

/** A socket of a program: every use of it passes the gate; the host can cut it off at any time. */
final class GatedSocket extends Socket {
    private final Life life;
    private volatile boolean served;
    private volatile boolean waiting;

    GatedSocket(Life life) {
        this.life = life;
    }

    /** Notes that somebody else began it, so that the program answers on it. */
    void served() {
        served = true;
    }

    /** Says whether the program is at work on what came in over it. */
    boolean isBusy() {
        return served && !waiting && !isClosed();
    }

    @Override
    public void connect(SocketAddress to, int atMostMillis) throws IOException {
        life.adopt(this);
        life.gate().through(() -> {
            super.connect(to, atMostMillis);
            return this;
        });
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new Input(super.getInputStream());
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new Output(super.getOutputStream());
    }

    @Override
    public void close() throws IOException {
        life.gate().pass();
        life.forget(this);
        super.close();
    }

    /** Cuts it off, whatever the program does: the other side sees a reset. */
    void sever() {
        try {
            setSoLinger(true, 0);
            super.close();
        } catch (IOException alreadyClosed) {
            life.forget(this);
        }
    }

    /** Ends it in good order, whatever the program does: the other side sees the end. */
    void end() {
        try {
            super.close();
        } catch (IOException alreadyClosed) {
            life.forget(this);
        }
    }

    private final class Input extends FilterInputStream {
        Input(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            long thaws = life.gate().thaws();
            try {
                return life.gate().through(() -> await(into, offset, length));
            } catch (SocketTimeoutException late) {
                if (life.gate().thaws() == thaws || in.available() == 0) {
                    throw late;
                }
                return read(into, offset, length);
            }
        }

        private int await(byte[] into, int offset, int length) throws IOException {
            waiting = true;
            try {
                return in.read(into, offset, length);
            } finally {
                waiting = false;
            }
        }

        @Override
        public void close() throws IOException {
            GatedSocket.this.close();
        }
    }

    private final class Output extends FilterOutputStream {
        Output(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            life.gate().through(() -> {
                out.write(from, offset, length);
                return length;
            });
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void close() throws IOException {
            GatedSocket.this.close();
        }
    }
}
