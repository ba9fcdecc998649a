package io.firedrill.topology;

import io.firedrill.DrillException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Runs programs of customers on this machine, each in a process group of its own whose guard waits
 * at a pipe from us: its end, whatever ended us, ends the group.
 */
public final class LocalPrograms implements ProgramHost {
    private static final String SCRIPT = "program.sh";
    private static final long END_WITHIN_SECONDS = 4;

    @Override
    public RunningProgram start(ProgramOrder order) {
        if (order.program().image().isPresent()) {
            throw new DrillException("journey '" + order.name()
                    + "' runs in an image, which only a system in containers can run");
        }
        try {
            ProcessBuilder builder = new ProcessBuilder(command(order));
            builder.directory(order.program().folder().toFile());
            builder.environment().putAll(order.environment());
            return new Local(order, builder.start());
        } catch (IOException e) {
            throw new DrillException(
                    "the program of journey '" + order.name()
                            + "' did not start; needed are 'setsid' and 'sh'",
                    e);
        }
    }

    private static List<String> command(ProgramOrder order) throws IOException {
        try (InputStream script = LocalPrograms.class.getResourceAsStream(SCRIPT)) {
            byte[] text = Objects.requireNonNull(script, SCRIPT).readAllBytes();
            List<String> command = new ArrayList<>(List.of(
                    "setsid",
                    "sh",
                    "-c",
                    new String(text, StandardCharsets.UTF_8),
                    "firedrill-program"));
            command.addAll(order.program().command());
            return command;
        }
    }

    /** One that was started. */
    private static final class Local implements RunningProgram {
        private final String name;
        private final Process process;
        private final LastWords words = new LastWords();
        private final List<Thread> readers;

        Local(ProgramOrder order, Process process) {
            this.name = order.name();
            this.process = process;
            this.readers = List.of(
                    reader(process.getInputStream(), new LineCutter(order.lines())),
                    reader(process.getErrorStream(), new LineCutter(words::add)));
        }

        private Thread reader(InputStream from, LineCutter into) {
            Thread thread = new Thread(() -> read(from, into), "customers-program-" + name);
            thread.setDaemon(true);
            thread.start();
            return thread;
        }

        private void read(InputStream from, LineCutter into) {
            byte[] bytes = new byte[8192];
            try (from) {
                for (int read = from.read(bytes); read >= 0; read = from.read(bytes)) {
                    into.take(bytes, read);
                }
            } catch (IOException closed) {
                words.add("its output can not be read any more: " + closed.getMessage());
            }
            into.finish();
        }

        @Override
        public Optional<String> ended() {
            boolean silent = readers.stream().noneMatch(Thread::isAlive);
            return process.isAlive() || !silent
                    ? Optional.empty()
                    : Optional.of(words.after(process.exitValue()));
        }

        @Override
        public void close() {
            try {
                process.getOutputStream().close();
                boolean gone = process.waitFor(END_WITHIN_SECONDS, TimeUnit.SECONDS);
                for (Thread reader : readers) {
                    reader.join(TimeUnit.SECONDS.toMillis(END_WITHIN_SECONDS));
                }
                if (!gone || readers.stream().anyMatch(Thread::isAlive)) {
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly();
                    throw new DrillException("the program of journey '" + name
                            + "' did not end when it was told to, and was killed");
                }
            } catch (IOException e) {
                throw new DrillException("the program of journey '" + name + "' is not ended", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
