package io.firedrill.systems.bank;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to it that the tables are there: tries until the database lets it. */
final class SchemaKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaKeeper.class);

    private static final long PAUSE_MILLIS = 200;

    private final Schema schema;
    private final String customersPassword;
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(task -> {
                Thread thread = new Thread(task, "schema");
                thread.setDaemon(true);
                return thread;
            });
    private volatile boolean done;

    private SchemaKeeper(Schema schema, String customersPassword) {
        this.schema = schema;
        this.customersPassword = customersPassword;
    }

    static SchemaKeeper start(Schema schema, String customersPassword) {
        SchemaKeeper keeper = new SchemaKeeper(schema, customersPassword);
        var unused = keeper.worker.scheduleWithFixedDelay(
                keeper::attempt, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        return keeper;
    }

    boolean isDone() {
        return done;
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }

    private void attempt() {
        try {
            schema.create(customersPassword);
            done = true;
            worker.shutdown();
            LOG.info("The tables are there.");
        } catch (DatabaseUnavailable e) {
            LOG.debug("The tables cannot be made yet.", e);
        } catch (RuntimeException e) {
            LOG.error("The tables cannot be made.", e);
        }
    }
}
