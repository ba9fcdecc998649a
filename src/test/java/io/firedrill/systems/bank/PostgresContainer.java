package io.firedrill.systems.bank;

import java.time.Duration;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/** One plain PostgreSQL of the image that the bank uses, without Patroni. */
public final class PostgresContainer extends GenericContainer<PostgresContainer> {

    private static final int PORT = 5432;

    private static final String SCRIPT = """
            initdb -D /tmp/pg -U bank --auth=trust --encoding=UTF8 --no-sync > /dev/null
            echo 'host all all all trust' >> /tmp/pg/pg_hba.conf
            exec postgres -D /tmp/pg -c listen_addresses='*' -c unix_socket_directories=/tmp \
                -c fsync=off -c client_connection_check_interval=1s
            """;

    public PostgresContainer() {
        super("firedrill/patroni:17");
        withExposedPorts(PORT);
        withCreateContainerCmdModifier(command -> command.withEntrypoint("sh", "-c", SCRIPT));
        waitingFor(Wait.forLogMessage(".*ready to accept connections.*", 1)
                .withStartupTimeout(Duration.ofSeconds(60)));
    }

    public String url() {
        return "jdbc:postgresql://" + getHost() + ":" + getMappedPort(PORT) + "/postgres";
    }

    /** From now on the database is silent, but its connections stay. */
    void pause() {
        getDockerClient().pauseContainerCmd(getContainerId()).exec();
    }

    void unpause() {
        getDockerClient().unpauseContainerCmd(getContainerId()).exec();
    }
}
