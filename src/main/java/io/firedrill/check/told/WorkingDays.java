package io.firedrill.check.told;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;

/** Counts days on which people work: Monday to Friday, in UTC; holidays are not known. */
final class WorkingDays {
    private static final Set<DayOfWeek> FREE = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private WorkingDays() {}

    /** Gives the end of the last of so many working days that begin after an instant's own day. */
    static Instant end(Instant from, int days) {
        LocalDate day = LocalDate.ofInstant(from, ZoneOffset.UTC);
        int left = days;
        while (left > 0) {
            day = day.plusDays(1);
            left -= FREE.contains(day.getDayOfWeek()) ? 0 : 1;
        }
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
