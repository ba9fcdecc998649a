package io.firedrill.systems.company;

import io.firedrill.topology.inprocess.Host;
import io.firedrill.topology.inprocess.Program;

import java.io.IOException;

/**
 * The company's office suite, where the plan is kept: whom to tell on which ways, and the list of
 * contacts.
 */
record Suite() implements Program {
    static final String NAME = "suite";
    static final int PORT = 7100;
    static final String PLAN = "/plan";

    @Override
    public void start(Host host) throws IOException {
        host.network()
                .serve(
                        PORT,
                        new WebServer(request -> request.path().equals(PLAN)
                                ? WebAnswer.json(200, Contacts.plan())
                                : WebAnswer.notFound()));
    }
}
