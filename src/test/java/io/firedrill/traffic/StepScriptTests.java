package io.firedrill.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.scenario.HttpStep;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StepScriptTests {
    private final Placeholders values = Placeholders.ofSecrets(Map.of("KEY", "s3cret"))
            .and(Map.of("who", "ada lovelace", "number", "5", "write", "w-1"));

    @Test
    void placeholdersAreFilledInEverywhereAndEncodedInThePath() {
        HttpStep step = new HttpStep(
                "POST",
                "/a/{who}?n={number}",
                Map.of("X-Key", "${KEY}"),
                Optional.of(Map.of("list", List.of("{write}", 1, true))),
                Set.of(200),
                Map.of(),
                Map.of());

        StepScript.Request request = StepScript.of(step).request(values, Map.of());

        assertThat(request.path()).isEqualTo("/a/ada%20lovelace?n=5");
        assertThat(request.headers()).containsEntry("X-Key", "s3cret");
        assertThat(request.body())
                .map(StepScript.Body::text)
                .contains("{\"list\":[\"w-1\",1,true]}");
        assertThat(request.toString()).doesNotContain("s3cret");
    }

    @Test
    void expectationsTakeFieldNamesJsonPathNumbersAndPlaceholders() {
        StepScript step = StepScript.of(Shop.get(
                "/",
                Map.of("n", "{number}", "$.a[0].b", 1.0, "who", "{who}", "list", List.of(1, 2))));
        String body =
                "{\"n\": 5, \"a\": [{\"b\": 1}], \"who\": \"ada lovelace\", \"list\": [1, 2]}";

        assertThat(step.judge(new Answer(200, body), values)).isEmpty();
    }

    @Test
    void whatIsKeptIsTextAndMustBeThere() {
        HttpStep step = new HttpStep(
                "GET",
                "/",
                Map.of(),
                Optional.empty(),
                Set.of(200),
                Map.of(),
                Map.of("token", "$.t"));
        StepScript script = StepScript.of(step);

        assertThat(script.judge(new Answer(200, "{\"t\": 17}"), values))
                .isEqualTo(Map.of("token", "17"));
        assertThatThrownBy(() -> script.judge(new Answer(200, "{}"), values))
                .hasMessage("GET /: $['t'] is absent, needed for {token}");
        assertThatThrownBy(() -> script.judge(new Answer(200, "<html>"), values))
                .hasMessage("GET /: body is not JSON");
    }

    @Test
    void aSignInNeverQuotesWhatItGot() {
        StepScript script = StepScript.ofSignIn(Shop.get("/", Map.of("token", "x")));

        assertThatThrownBy(() -> script.judge(new Answer(200, "{\"token\": \"tok-123\"}"), values))
                .hasMessage("GET /: token is another, expected x");
    }

    @Test
    void onlyAChangeThatNamesTheWriteOrComesLastCanHaveBookedIt() {
        StepScript names = StepScript.of(Shop.buying());
        StepScript other = StepScript.of(Shop.post("/quotes", Map.of("of", "tea")));
        StepScript reads = StepScript.of(Shop.get("/orders/{write}", Map.of()));

        assertThat(names.writes(false)).isTrue();
        assertThat(other.writes(false)).isFalse();
        assertThat(other.writes(true)).isTrue();
        assertThat(reads.writes(true)).isFalse();
    }
}
