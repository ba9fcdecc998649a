package io.firedrill.systems.bank;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.SQLExceptionOverride.Override;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is an outage, and what our own mistake. */
class SqlProblemTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08006", "08001", "57P01", "57P03", "25006", "28P01", "53300", "40001", "55P03"
            })
    void whatAnOutageBringsIsAnOutage(String state) {
        var cause = new SQLException("why", state);

        assertThat(SqlProblem.translate(cause))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasCause(cause);
    }

    @Test
    void aTimeoutIsAnOutage() {
        assertThat(SqlProblem.translate(new SQLTimeoutException("late")))
                .isInstanceOf(DatabaseUnavailable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"23514", "23505", "42601", "22003"})
    void whatNoOutageBringsIsAMistakeOfOurs(String state) {
        assertThat(SqlProblem.translate(new SQLException("why", state)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aConnectionToAStandbyIsLeft() {
        var leave = new LeaveStandby();

        assertThat(leave.adjudicate(new SQLException("read-only", "25006")))
                .isEqualTo(Override.MUST_EVICT);
        assertThat(leave.adjudicate(new SQLException("other", "23505")))
                .isEqualTo(Override.CONTINUE_EVICT);
    }
}
