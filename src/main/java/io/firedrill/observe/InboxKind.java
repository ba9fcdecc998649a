package io.firedrill.observe;

import io.firedrill.journal.DrillClock;
import io.firedrill.journal.Recorder;
import io.firedrill.scenario.Channel;

import java.net.InetSocketAddress;
import java.util.function.Function;

/** Opens the inboxes of one kind of channel; found through {@link java.util.ServiceLoader}. */
public interface InboxKind {

    /** Names it as {@code speaks:} in a channel does. */
    String speaks();

    /**
     * Opens one.
     *
     * @throws io.firedrill.DrillException where it cannot be opened, with the reason
     */
    Inbox open(Order order);

    /**
     * What an inbox is opened with.
     *
     * @param channel what it stands for, secrets filled in
     * @param recorder where it writes {@code NoticeReceived}, {@code DeliveryReported},
     *     {@code PageRead}, {@code PersonActed}
     * @param entries where entries of the system are, for those that look and those that report
     *     back; throws a DrillException until the system is up
     */
    record Order(
            Channel channel,
            Recorder recorder,
            DrillClock clock,
            Function<String, InetSocketAddress> entries) {}
}
