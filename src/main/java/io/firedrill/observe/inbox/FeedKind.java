package io.firedrill.observe.inbox;

import io.firedrill.observe.Inbox;
import io.firedrill.observe.InboxKind;
import io.firedrill.observe.NoticeReader;

/** A status page by its feed, RSS 2.0 or Atom. */
public final class FeedKind implements InboxKind {

    /** Creates the kind. */
    public FeedKind() {}

    @Override
    public String speaks() {
        return "feed";
    }

    @Override
    public Inbox open(Order order) {
        return Looker.open(order, new FeedView(NoticeReader.of(order.channel())));
    }
}
