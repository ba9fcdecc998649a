package io.firedrill.observe.inbox;

import io.firedrill.observe.Inbox;
import io.firedrill.observe.InboxKind;

/** Text messages and calls over Twilio's REST API of 2010-04-01. */
public final class TwilioKind implements InboxKind {

    @Override
    public String speaks() {
        return "twilio";
    }

    @Override
    public Inbox open(Order order) {
        return HttpInbox.open(order, Twilio::new);
    }
}
