package io.firedrill.topology;

/**
 * What a relay's listener must be, from the two things that bear on it: what became of its
 * provider, and whether a fault holds it. A fault wins, so a relay that follows its provider never
 * undoes a cut.
 *
 * @param provider what became of the provider
 * @param held true while a fault keeps it closed
 */
public record RelayState(Provider provider, boolean held) {
    /** Before any news: the provider is up, and nothing holds the listener. */
    public static final RelayState INITIAL = new RelayState(Provider.UP, false);

    /** What became of a provider. */
    public enum Provider {
        /** It listens. */
        UP,
        /** Its process runs, and does not listen yet. */
        STARTING,
        /** Its process died; its host lives. */
        DEAD,
        /** Its host was lost. */
        LOST
    }

    /** What a listener can be. */
    public enum Listener {
        /** It passes connections on. */
        OPEN,
        /** It refuses connections, as the host of a dead process does. */
        CLOSED,
        /** It answers nothing, as a lost host does. */
        SILENT
    }

    /** Derives the listener. */
    public Listener listener() {
        if (held) {
            return Listener.CLOSED;
        }
        return switch (provider) {
            case UP -> Listener.OPEN;
            case STARTING, DEAD -> Listener.CLOSED;
            case LOST -> Listener.SILENT;
        };
    }

    /** Takes a fault's hold on or off. */
    public RelayState withHeld(boolean now) {
        return new RelayState(provider, now);
    }

    /**
     * Takes news of the provider. A lost host's process may well be killed as well: the host stays
     * lost until something is started on it. Only what was starting can come up.
     */
    public RelayState with(Provider news) {
        boolean stays = provider == Provider.LOST && news == Provider.DEAD
                || provider != Provider.STARTING && news == Provider.UP;
        return stays ? this : new RelayState(news, held);
    }
}
