package com.example.journeys;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;

import io.firedrill.journal.AttemptReason;
import io.firedrill.scenario.JourneyKind;
import io.firedrill.scenario.Setting;
import io.firedrill.traffic.ActiveJourney;
import io.firedrill.traffic.Journey;
import io.firedrill.traffic.JourneyPlace;
import io.firedrill.traffic.Seen;
import io.firedrill.traffic.Visit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;

/** A customer publishes a message by AMQP 0-9-1, and waits for the broker's confirmation. */
public final class AmqpPublish implements Journey {
    @Override
    public JourneyKind kind() {
        return new JourneyKind(
                "amqp-publish",
                List.of(
                        Setting.required("queue", Setting.Type.TEXT, "where it is put"),
                        Setting.required("user", Setting.Type.TEXT, "who signs in"),
                        Setting.required("password", Setting.Type.SECRET, "of that user")),
                JourneyKind.Writes.COUNTED,
                "a message is published and confirmed");
    }

    @Override
    public ActiveJourney begin(JourneyPlace place) {
        return new Messages(place);
    }

    private static final class Messages implements ActiveJourney {
        private final ConnectionFactory factory = new ConnectionFactory();
        private final ExecutorService workers = Executors.newSingleThreadExecutor();
        private final Map<String, Integer> taken = new HashMap<>();
        private final String queue;
        private final int millis;
        private boolean drained;

        Messages(JourneyPlace place) {
            this.queue = place.settings().text("queue");
            this.millis = place.millis();
            factory.setHost(place.host());
            factory.setPort(place.port());
            factory.setUsername(place.settings().text("user"));
            factory.setPassword(place.settings().text("password"));
            factory.setConnectionTimeout(millis);
            factory.setHandshakeTimeout(millis);
            factory.setChannelRpcTimeout(millis);
            factory.setShutdownTimeout(millis);
            factory.setSharedExecutor(workers);
            // what comes back must be the customers' next attempt, not the library's
            factory.setAutomaticRecoveryEnabled(false);
        }

        @Override
        public Seen attempt(Visit visit) {
            Connection connection;
            try {
                connection = factory.newConnection();
            } catch (IOException | TimeoutException failure) {
                return Seen.failed(failure);
            }
            try {
                return publish(visit, connection.createChannel());
            } catch (IOException
                    | TimeoutException
                    | InterruptedException
                    | RuntimeException failure) {
                return Seen.unknown(failure);
            } finally {
                connection.abort(millis);
            }
        }

        private Seen publish(Visit visit, Channel channel)
                throws IOException, TimeoutException, InterruptedException {
            byte[] body = ("payment " + visit.number()).getBytes(StandardCharsets.UTF_8);
            BasicProperties properties = new BasicProperties.Builder()
                    .messageId(visit.write())
                    .deliveryMode(2)
                    .build();
            channel.confirmSelect();
            channel.basicPublish("", queue, properties, body);
            return channel.waitForConfirms(millis)
                    ? Seen.ok()
                    : Seen.failed(AttemptReason.STATUS, "the broker did not take it");
        }

        /** A queue can not be searched: the first question takes all out of it. */
        @Override
        public synchronized int count(Visit visit) throws IOException, TimeoutException {
            if (!drained) {
                drain();
                drained = true;
            }
            return taken.getOrDefault(visit.write(), 0);
        }

        private void drain() throws IOException, TimeoutException {
            Connection connection = factory.newConnection();
            try {
                Channel channel = connection.createChannel();
                for (GetResponse next = channel.basicGet(queue, true);
                        next != null;
                        next = channel.basicGet(queue, true)) {
                    taken.merge(String.valueOf(next.getProps().getMessageId()), 1, Integer::sum);
                }
            } finally {
                connection.abort(millis);
            }
        }

        @Override
        public void close() {
            workers.shutdownNow();
        }
    }
}
