package io.firedrill.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class BurdenTests {
    private static final String REQUEST = "GET / HTTP/1.0\r\n\r\n";

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void aRequestGrowsByAHeaderThatMeansNothing() {
        String longer = Burden.on(hex(REQUEST), 40);

        assertThat(longer).isEqualTo(hex("GET / HTTP/1.0\r\nX-Firedrill: xxxxxxx\r\n\r\n"));
        assertThat(longer.length() / 2).isEqualTo(40);
        assertThat(Burden.on(hex(REQUEST), 9_000_000).length() / 2).isEqualTo(Burden.MOST);
    }

    @Test
    void whatHasNoRoomStaysAsItIs() {
        assertThat(Burden.on(hex("PING\r\n"), 400)).isEqualTo(hex("PING\r\n"));
        assertThat(Burden.on(hex(REQUEST), 18)).isEqualTo(hex(REQUEST));
        assertThat(Burden.on("", 400)).isEmpty();
    }
}
