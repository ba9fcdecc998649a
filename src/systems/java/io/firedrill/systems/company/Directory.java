package io.firedrill.systems.company;

import com.fasterxml.jackson.databind.JsonNode;

import io.firedrill.topology.inprocess.Disk;
import io.firedrill.topology.inprocess.Host;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Where a desk finds whom to write to. The plan lies with the office suite, which may be what
 * failed; so a desk keeps a copy.
 */
interface Directory {
    /** Looks whether there is a newer plan. */
    void refresh();

    /**
     * Finds the recipient of a letter.
     *
     * @throws IOException where nobody there can say who that is
     */
    void find(Letter letter) throws IOException;

    /** Makes the directory of a desk. */
    @FunctionalInterface
    interface Maker {
        /** Makes it on a host. */
        Directory make(Host host, Times times);
    }

    /** Gives one that goes by its own copy. */
    static Directory copied(Host host, Times times) {
        return new Copied(Source.of(host, times), host.disk());
    }

    /** The plan where it is kept. */
    record Source(WebCall suite, Duration patience) {
        static Source of(Host host, Times times) {
            return new Source(
                    new WebCall(host.network(), Suite.NAME, Suite.PORT),
                    times.machines().patience());
        }

        String plan() throws IOException {
            WebAnswer answer = suite.send(WebRequest.get(Suite.PLAN), patience);
            if (!answer.ok()) {
                throw new IOException("the office suite answers " + answer.status());
            }
            return answer.body();
        }
    }

    /** Says whether a letter goes to somebody; a test does not, nor does what stands on a page. */
    static boolean isAddressed(Letter letter) {
        return !letter.address().isEmpty() && !letter.incident().isEmpty();
    }

    /** Demands that somebody in a plan is reached where a letter goes. */
    static void findIn(String plan, Letter letter) throws IOException {
        if (!isAddressed(letter)) {
            return;
        }
        for (JsonNode person : Json.tree(plan).path("people")) {
            String address = person.path("addresses").path(letter.channel()).asText();
            if (address.equals(letter.address())) {
                return;
            }
        }
        throw new IOException("nobody in the plan is reached at " + letter.address());
    }

    /** Goes by a copy on the desk's own disk. */
    record Copied(Source source, Disk disk) implements Directory {
        private static final String FILE = "plan";

        @Override
        public void refresh() {
            try {
                disk.replace(FILE, List.of(source.plan()));
            } catch (IOException notNow) {
                // The copy is for just that.
            }
        }

        @Override
        public void find(Letter letter) throws IOException {
            findIn(String.join("", disk.lines(FILE)), letter);
        }
    }
}
