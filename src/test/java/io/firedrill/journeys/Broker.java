package io.firedrill.journeys;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import io.firedrill.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.qpid.server.SystemLauncher;
import org.apache.qpid.server.model.SystemConfig;

/** Apache Qpid, a real broker of AMQP 0-9-1, in this JVM, its messages in memory. */
final class Broker implements AutoCloseable {
    private static final String CONFIGURATION = """
            {"name": "broker", "modelVersion": "9.1",
             "authenticationproviders": [{"name": "plain", "type": "Plain", "secureOnlyMechanisms": [],
               "users": [{"name": "%s", "type": "managed", "password": "%s"}]}],
             "ports": [{"name": "amqp", "port": "%d", "bindingAddress": "127.0.0.1",
               "protocols": ["AMQP_0_9_1"], "authenticationProvider": "plain",
               "virtualhostaliases": [{"name": "default", "type": "defaultAlias"}]}],
             "virtualhostnodes": [{"name": "default", "type": "Memory", "defaultVirtualHostNode": "true",
               "virtualHostInitialConfiguration": "{\\"type\\": \\"Memory\\"}"}]}
            """;

    private final SystemLauncher launcher;
    private final int port;

    private Broker(SystemLauncher launcher, int port) {
        this.launcher = launcher;
        this.port = port;
    }

    static Broker start(String user, String password, String queue) throws Exception {
        // Qpid cannot say which port it was given, so it is told one.
        int port = Ports.free();
        Path file = Files.createTempFile("broker-", ".json");
        Files.writeString(file, CONFIGURATION.formatted(user, password, port));
        SystemLauncher launcher = new SystemLauncher();
        launcher.startup(Map.of(
                "type",
                "Memory",
                SystemConfig.INITIAL_CONFIGURATION_LOCATION,
                file.toUri().toString(),
                "startupLoggedToSystemOut",
                false));
        Files.delete(file);
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost("127.0.0.1");
        factory.setPort(port);
        factory.setUsername(user);
        factory.setPassword(password);
        try (Connection connection = factory.newConnection()) {
            connection.createChannel().queueDeclare(queue, true, false, false, null);
        }
        return new Broker(launcher, port);
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        launcher.shutdown();
    }
}
