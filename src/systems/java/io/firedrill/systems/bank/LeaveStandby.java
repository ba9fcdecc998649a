package io.firedrill.systems.bank;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Drops a pooled connection that has ended up on a standby: its primary was demoted under it. */
public final class LeaveStandby implements SQLExceptionOverride {

    @java.lang.Override
    public Override adjudicate(@Nullable SQLException e) {
        return e != null && SqlProblem.READ_ONLY.equals(e.getSQLState())
                ? Override.MUST_EVICT
                : Override.CONTINUE_EVICT;
    }
}
