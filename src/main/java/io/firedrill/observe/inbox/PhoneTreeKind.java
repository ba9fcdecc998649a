package io.firedrill.observe.inbox;

import io.firedrill.observe.Inbox;
import io.firedrill.observe.InboxKind;

/**
 * A phone tree: a call list that somebody works down with Twilio's REST API for calls. Whoever
 * {@code fails} does not answer, and the provider says so; whoever answers hears what is said.
 */
public final class PhoneTreeKind implements InboxKind {

    @Override
    public String speaks() {
        return "phone-tree";
    }

    @Override
    public Inbox open(Order order) {
        return HttpInbox.open(order, Twilio::new);
    }
}
