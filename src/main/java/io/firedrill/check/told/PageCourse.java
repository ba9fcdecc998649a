package io.firedrill.check.told;

import io.firedrill.check.Draft;
import io.firedrill.check.Figures;
import io.firedrill.journal.Fact;

import java.util.LinkedHashMap;
import java.util.Map;

/** Lists what pages stated one after the other, for reports. */
final class PageCourse {
    private static final int SHOWN = 20;

    private PageCourse() {}

    /** Adds a detail for each page: its states, with when each was first read in the drill. */
    static void tell(Telling told, Draft draft) {
        long origin = told.begin();
        Map<String, String> last = new LinkedHashMap<>();
        Map<String, StringBuilder> courses = new LinkedHashMap<>();
        for (Telling.Shown page : told.pages()) {
            String channel = page.event().channel();
            String state = page.fact(Fact.STATE).orElse("no state");
            boolean changed = !state.equals(last.put(channel, state));
            StringBuilder course = courses.computeIfAbsent(channel, any -> new StringBuilder());
            if (changed && course.length() < SHOWN * SHOWN) {
                course.append(course.isEmpty() ? "" : ", ")
                        .append(state)
                        .append(" from ")
                        .append(Figures.exact(page.event().end() - origin));
            }
        }
        courses.forEach((channel, course) -> draft.detail("page " + channel, course.toString()));
    }
}
