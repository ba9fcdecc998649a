package io.firedrill.observe.inbox;

import java.util.List;

/**
 * What a sender says around a mail.
 *
 * @param from the address for bounces; empty for none
 * @param recipients in the order named, each once
 * @param begin when the sender began with it, by the drill's clock
 */
record Envelope(String from, List<String> recipients, long begin) {}
