package io.firedrill.observe.inbox;

import io.firedrill.observe.Inbox;
import io.firedrill.observe.InboxKind;

import java.util.Optional;
import java.util.function.Function;

/**
 * An inbox of a provider that speaks HTTP. What is the same for all of them is here: too long
 * bodies, too many messages, writing down what was refused.
 */
final class HttpInbox implements Inbox {
    private final Desk desk;
    private final Provider provider;
    private final Optional<Pace> pace;
    private final HttpDoor.Bounds bounds;
    private final HttpDoor door;

    private HttpInbox(InboxKind.Order order, Desk desk, Function<Desk, Provider> provider) {
        this.desk = desk;
        this.provider = provider.apply(desk);
        this.bounds = HttpDoor.Bounds.USUAL;
        this.pace = desk.manners().rate().stream()
                .mapToObj(rate -> new Pace(rate, order.clock()))
                .findFirst();
        this.door = HttpDoor.open(new HttpDoor.Site(
                order.channel().name(), order.clock(), bounds, this::answer));
    }

    /**
     * Opens one.
     *
     * @param provider makes the provider that answers
     * @throws io.firedrill.DrillException naming what is wrong with the channel's settings, or why
     *     it can not listen
     */
    static Inbox open(InboxKind.Order order, Function<Desk, Provider> provider) {
        return new HttpInbox(order, new Desk(order), provider);
    }

    private Reply answer(Request request) {
        try {
            Reply reply = judged(request);
            reply.refused().ifPresent(refusal -> desk.refused(request, refusal));
            return reply;
        } catch (RuntimeException ours) {
            desk.later().keep(ours);
            return Reply.text(500, "Internal Server Error");
        }
    }

    private Reply judged(Request request) {
        if (request.body().length > bounds.body()) {
            return Reply.text(413, "Request Entity Too Large")
                    .with("Connection", "close")
                    .refusing("");
        }
        if (!request.sends()) {
            return provider.answer(request);
        }
        boolean taken = pace.map(Pace::admits).orElse(true) && !desk.later().full();
        Reply reply = taken ? provider.answer(request) : provider.tooMany(request);
        return reply.isError() && reply.refused().isEmpty() ? reply.refusing("") : reply;
    }

    @Override
    public int port() {
        return door.port();
    }

    @Override
    public void close() {
        door.close();
        desk.close();
    }
}
