package io.firedrill.systems.bank;

import static io.javalin.apibuilder.ApiBuilder.after;

import io.javalin.Javalin;
import io.javalin.apibuilder.EndpointGroup;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import io.javalin.json.JavalinJackson;
import java.security.Security;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One portal: its parts put together, started and stopped. */
public final class BankPortal implements AutoCloseable {

    /**
     * The driver's own log, kept here for it would be forgotten with its level: what it says, we
     * say.
     */
    private static final java.util.logging.Logger DRIVER_LOG =
            java.util.logging.Logger.getLogger("org.postgresql");

    private static final Logger LOG = LoggerFactory.getLogger(BankPortal.class);

    /** What a stop leaves to requests that are under way. */
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(2);

    private static final int THREADS = 100;
    private static final long MOST_BODY_BYTES = 16_384;

    private final Database database;
    private final DatabaseProbe probe;
    private final SchemaKeeper schemaKeeper;
    private final Readiness readiness;
    private final Javalin http;

    private BankPortal(PortalSettings settings) {
        Passwords passwords = new Passwords();
        database = Database.open(settings.database());
        probe = new DatabaseProbe(settings.database());
        schemaKeeper =
                SchemaKeeper.start(new Schema(database, passwords), settings.customersPassword());
        readiness = new Readiness(this::proveUse, System::nanoTime);
        PortalRoutes routes = new PortalRoutes(
                new Customers(database, passwords),
                new Sessions(settings.tokenSecret(), settings.tokenLifetime(), Clock.systemUTC()),
                new Ledger(database, settings.idempotency()),
                readiness);
        http = Javalin.create(config -> configure(config, () -> {
            routes.register();
            answerAfter(settings.answerAfter());
        }));
    }

    /** Runs a portal until TERM; the environment says everything, see {@link PortalSettings}. */
    public static void main(String[] args) {
        // Names are asked for anew: a database that moved has a new address behind its old name.
        Security.setProperty("networkaddress.cache.ttl", "1");
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
        DRIVER_LOG.setLevel(java.util.logging.Level.OFF);
        BankPortal portal = start(PortalSettings.from(System.getenv()));
        Runtime.getRuntime().addShutdownHook(new Thread(portal::close, "stop"));
        LOG.info("Portal listens on port {}.", portal.port());
    }

    /** Starts to listen at once; {@code GET /ready} tells when the database can be used. */
    static BankPortal start(PortalSettings settings) {
        BankPortal portal = new BankPortal(settings);
        portal.http.start(settings.port());
        return portal;
    }

    int port() {
        return http.port();
    }

    /** Takes no more requests, lets those under way end, and lets go of the database. */
    @Override
    public void close() {
        http.stop();
        schemaKeeper.close();
        readiness.close();
        database.close();
    }

    private void proveUse() throws SQLException {
        if (!schemaKeeper.isDone()) {
            throw new SQLException("its tables are not there yet");
        }
        probe.ask();
    }

    /**
     * Keeps the answer to whoever booked: the time in which a portal that dies leaves them unsure.
     * It sleeps, for to be slow is what is asked of it; nothing is waited for.
     */
    private static void answerAfter(Duration pause) {
        after("/transfers", context -> {
            if (context.method() == HandlerType.POST) {
                Thread.sleep(pause.toMillis());
            }
        });
    }

    private static void configure(JavalinConfig config, EndpointGroup routes) {
        config.showJavalinBanner = false;
        config.startupWatcherEnabled = false;
        config.http.maxRequestSize = MOST_BODY_BYTES;
        config.http.prefer405over404 = true;
        config.jsonMapper(new JavalinJackson(PortalJson.mapper(), false));
        config.jetty.threadPool = new QueuedThreadPool(THREADS, 4);
        // Javalin has Jetty count the requests under way; so long it waits for them when it stops.
        config.jetty.modifyServer(server -> server.setStopTimeout(LAST_ANSWERS.toMillis()));
        config.router.apiBuilder(routes);
        PortalErrors.register(config);
    }
}
