package io.firedrill.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.Link;
import io.firedrill.topology.Witness.LinkView;
import io.firedrill.topology.Witness.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GreetingsTests {
    private static final Link LINK = new Link("portal-1", new Endpoint("db", 5432));
    private static final String SSL_REQUEST = "0000000804d2162f";

    private final Greetings greetings = new Greetings();
    private final List<String> said = new ArrayList<>();

    private LinkView look(Outcome toPostgres, Outcome toOthers) {
        return greetings.look(LINK, greeting -> {
            said.add(greeting);
            Outcome outcome = greeting.equals(SSL_REQUEST) ? toPostgres : toOthers;
            return new LinkView(outcome, 1, 2, "");
        });
    }

    @Test
    void theGreetingThatIsAnsweredIsKept() {
        assertThat(look(Outcome.ANSWERED, Outcome.CLOSED).outcome()).isEqualTo(Outcome.ANSWERED);
        said.clear();

        look(Outcome.DATA_SILENT, Outcome.CLOSED);

        assertThat(said).containsExactly(SSL_REQUEST);
    }

    @Test
    void whereNobodyListensOneGreetingIsEnough() {
        assertThat(look(Outcome.REFUSED, Outcome.REFUSED).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(said).hasSize(1);
    }

    @Test
    void aProviderThatTakesToNoneIsSeenAsItIs() {
        assertThat(look(Outcome.CLOSED, Outcome.CLOSED).outcome()).isEqualTo(Outcome.CLOSED);
        assertThat(said).hasSize(3);
    }
}
