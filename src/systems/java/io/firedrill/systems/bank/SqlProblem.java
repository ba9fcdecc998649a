package io.firedrill.systems.bank;

import java.sql.SQLException;
import java.util.Set;

/** Tells an outage from a mistake of ours. */
final class SqlProblem {

    /** A write was tried on a standby. */
    static final String READ_ONLY = "25006";

    /** Classes that no outage brings: data, integrity, syntax. (PostgreSQL manual, appendix A.) */
    private static final Set<String> OUR_MISTAKES = Set.of("22", "23", "42");

    private SqlProblem() {}

    static RuntimeException translate(SQLException e) {
        return isOurMistake(e)
                ? new IllegalStateException("SQL: " + e.getMessage(), e)
                : new DatabaseUnavailable(e.getMessage(), e);
    }

    private static boolean isOurMistake(SQLException e) {
        String state = e.getSQLState();
        return state != null && state.length() == 5 && OUR_MISTAKES.contains(state.substring(0, 2));
    }
}
