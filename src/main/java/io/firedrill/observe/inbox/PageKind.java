package io.firedrill.observe.inbox;

import io.firedrill.observe.Inbox;
import io.firedrill.observe.InboxKind;
import io.firedrill.observe.NoticeReader;

/** A status page or a banner in HTML, read as people read it. */
public final class PageKind implements InboxKind {

    /** Creates the kind. */
    public PageKind() {}

    @Override
    public String speaks() {
        return "page";
    }

    @Override
    public Inbox open(Order order) {
        return Looker.open(order, new PageView(NoticeReader.of(order.channel())));
    }
}
