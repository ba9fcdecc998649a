package io.firedrill.observe.inbox;

import io.firedrill.observe.Inbox;
import io.firedrill.observe.InboxKind;
import io.firedrill.observe.NoticeReader;

/** A status page by Statuspage's API, version 2. */
public final class StatuspageKind implements InboxKind {

    /** Creates the kind. */
    public StatuspageKind() {}

    @Override
    public String speaks() {
        return "statuspage";
    }

    @Override
    public Inbox open(Order order) {
        return Looker.open(order, new StatuspageView(NoticeReader.of(order.channel())));
    }
}
