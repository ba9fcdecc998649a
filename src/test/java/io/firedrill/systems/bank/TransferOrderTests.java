package io.firedrill.systems.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an order to move money must look like. */
class TransferOrderTests {

    @Test
    void aWellFormedOrderIsReadAsItIs() {
        var order = read("{'id':'a-1','from':'ada','to':'ben','cents':125,'text':'lunch'}");

        assertThat(order).isEqualTo(new TransferOrder("a-1", "ada", "ben", 125, "lunch"));
    }

    @Test
    void theTextMayBeLeftOut() {
        var order = read("{'id':'a-1','from':'ada','to':'ben','cents':1}");

        assertThat(order.text()).isNull();
    }

    @Test
    void everyProblemIsToldAtOnce() {
        var problems = problems("{'id':'a 1','from':'','cents':1.5,'when':'now'}");

        assertThat(problems)
                .extracting(Problem::field, Problem::code)
                .containsExactly(
                        tuple("id", "BAD_IDENTIFIER"),
                        tuple("from", "BAD_LENGTH"),
                        tuple("to", "MISSING"),
                        tuple("cents", "NOT_A_WHOLE_NUMBER"),
                        tuple("when", "UNKNOWN_FIELD"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1000000001", "99999999999999999999"})
    void anAmountOutOfRangeIsRefused(String cents) {
        var problems = problems("{'id':'a','from':'ada','to':'ben','cents':" + cents + "}");

        assertThat(problems)
                .containsExactly(new Problem(
                        "OUT_OF_RANGE", "'cents' must be from 1 to 1000000000.", "cents"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000.0", "'1'", "true", "[1]"})
    void whatIsNoWholeNumberIsRefused(String cents) {
        var problems = problems("{'id':'a','from':'ada','to':'ben','cents':" + cents + "}");

        assertThat(problems)
                .containsExactly(new Problem(
                        "NOT_A_WHOLE_NUMBER",
                        "'cents' must be a whole number, not " + cents.replace('\'', '"') + ".",
                        "cents"));
    }

    @Test
    void anAccountCannotPayItself() {
        var problems = problems("{'id':'a','from':'ada','to':'ada','cents':1}");

        assertThat(problems)
                .containsExactly(
                        new Problem("SAME_ACCOUNT", "'to' must differ from 'from'.", "to"));
    }

    @Test
    void aTextWithControlCharactersIsRefused() {
        var problems = problems("{'id':'a','from':'ada','to':'ben','cents':1,'text':'a\\u0000b'}");

        assertThat(problems).extracting(Problem::code).containsExactly("CONTROL_CHARACTER");
    }

    @Test
    void whatIsNoObjectIsSaidToBeNone() {
        var problems = problems("[1]");

        assertThat(problems).extracting(Problem::code).contains("NOT_AN_OBJECT");
    }

    @Test
    void aTransferFulfilsTheOrderItWasMadeOfAndNoOther() {
        var order = new TransferOrder("a", "ada", "ben", 5, null);
        var transfer = new Transfer(order, Instant.EPOCH);

        assertThat(transfer.fulfils(order)).isTrue();
        assertThat(transfer.fulfils(new TransferOrder("a", "ada", "ben", 6, null)))
                .isFalse();
        assertThat(transfer.fulfils(new TransferOrder("a", "ada", "ben", 5, "new")))
                .isFalse();
    }

    @Test
    void aPasswordIsNotPrintedWithTheCredentials() {
        assertThat(new Credentials("ada", "secret")).hasToString("Credentials[customer=ada]");
    }

    private static List<Problem> problems(String json) {
        return catchThrowableOfType(Refusal.class, () -> read(json)).problems();
    }

    private static TransferOrder read(String json) {
        return TransferOrder.from(tree(json.replace('\'', '"')));
    }

    private static JsonNode tree(String json) {
        try {
            return PortalJson.mapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }
}
