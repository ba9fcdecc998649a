package io.firedrill.systems.company;

import io.firedrill.topology.inprocess.Host;
import io.firedrill.topology.inprocess.Program;

import java.io.IOException;
import java.time.Clock;

/**
 * The status page, on a host that shares nothing with the shop: it answers when all else is dead.
 */
record StatusPage(Playbook playbook) implements Program {
    static final String NAME = "status";
    static final int PORT = 8080;

    /** Makes what is shown. */
    @FunctionalInterface
    interface Maker {
        /** The company's own: the page lies on its own host. */
        Maker OWN_HOST = (host, times) -> new Page(host.disk(), Clock.systemUTC(), times);

        /**
         * Makes the pages of a host.
         *
         * @throws IOException where it can not; the process dies then
         */
        WebServer.Pages make(Host host, Times times) throws IOException;
    }

    @Override
    public void start(Host host) throws IOException {
        WebServer.Pages pages = playbook.status().make(host, playbook.times());
        host.network().serve(PORT, new WebServer(pages));
    }
}
