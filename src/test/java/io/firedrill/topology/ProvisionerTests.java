package io.firedrill.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.SampleDrills;
import io.firedrill.scenario.Endpoint;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ProvisionerTests {
    private final AtomicInteger started = new AtomicInteger();
    private final Provisioner plain = scenario -> {
        started.incrementAndGet();
        throw new ProvisioningException("started", null);
    };

    @Test
    void oneThatKnowsNobodyOutsideStartsWhereNobodyIs() {
        assertThatThrownBy(() -> plain.start(SampleDrills.drill("bank/lost"), Map.of()))
                .hasMessage("started");
    }

    @Test
    void andRefusesWhereSomebodyIs() {
        Map<Endpoint, InetSocketAddress> outside = Map.of(
                new Endpoint("sms", 80), new InetSocketAddress("127.0.0.1", 9),
                new Endpoint("mail", 25), new InetSocketAddress("127.0.0.1", 9));

        assertThatThrownBy(() -> plain.start(SampleDrills.drill("bank/lost"), outside))
                .isInstanceOf(ProvisioningException.class)
                .hasMessage("system 'bank': channels that components send to are not offered here"
                        + " yet: [mail:25, sms:80]; allowed are those that look at a page. Run the"
                        + " system in this JVM ('inprocess:'), or take the channels out of its"
                        + " system.yaml");
        assertThat(started).hasValue(0);
    }
}
