package io.firedrill.observe.inbox;

import io.firedrill.observe.Inbox;
import io.firedrill.observe.InboxKind;

import java.util.function.Function;

/**
 * An inbox of a provider that speaks HTTP. What is the same for all of them is here: too long
 * bodies, too many messages, writing down what was refused.
 */
final class HttpInbox implements Inbox {
    /** What one too many is told. */
    private static final String FULL = "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\n"
            + "Content-Length: 0\r\nConnection: close\r\n\r\n";

    private final Desk desk;
    private final Provider provider;
    private final Throttle throttle;
    private final Doorman doorman;

    private HttpInbox(InboxKind.Order order, Desk desk, Provider provider) {
        this.desk = desk;
        this.provider = provider;
        this.throttle = new Throttle(desk.manners().rate(), order.clock());
        HttpLine.Site site =
                new HttpLine.Site(order.clock(), this::answer, HttpLine.REQUEST_AT_MOST);
        this.doorman = Doorman.open(new Doorman.Order(
                "inbox-" + order.channel().name(),
                FULL,
                socket -> new HttpLine(socket, site).converse()));
    }

    /**
     * Opens one.
     *
     * @param provider makes the provider that answers
     * @throws io.firedrill.DrillException naming what is wrong with the channel's settings, or that
     *     it can not listen
     */
    static Inbox open(InboxKind.Order order, Function<Desk, Provider> provider) {
        Desk desk = new Desk(order);
        return new HttpInbox(order, desk, provider.apply(desk));
    }

    private Reply answer(Request request) {
        try {
            Reply reply = judged(request);
            if (provider.bringsMessage(request)) {
                reply.refused().ifPresent(refusal -> desk.refused(request, refusal));
            }
            return reply;
        } catch (RuntimeException ours) {
            desk.later().keep(ours);
            return Reply.text(500, "Internal Server Error");
        }
    }

    private Reply judged(Request request) {
        if (request.body().length > HttpLine.BODY_AT_MOST) {
            return Reply.text(413, "Request Entity Too Large")
                    .with("Connection", "close")
                    .refusing("");
        }
        if (!provider.bringsMessage(request)) {
            return provider.answer(request);
        }
        boolean takes = throttle.takes() && !desk.full();
        Reply reply = takes ? provider.answer(request) : provider.tooMany(request);
        return reply.isError() && reply.refused().isEmpty() ? reply.refusing("") : reply;
    }

    @Override
    public int port() {
        return doorman.port();
    }

    @Override
    public void close() {
        doorman.close();
        desk.close();
    }
}
