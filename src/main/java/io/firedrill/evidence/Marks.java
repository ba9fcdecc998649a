package io.firedrill.evidence;

import io.firedrill.evidence.Told.Way;
import io.firedrill.journal.Event.DeliveryReported;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The marks of one channel's lane. What says the same at nearly the same time is one mark, so that
 * no flood of messages makes a picture that can not be opened; of very many, also different updates
 * of one state are.
 *
 * @param levels how many further rows they need so as not to cover each other: none or one
 */
record Marks(List<Mark> marks, int levels) {
    private static final double WIDTH = 28;
    private static final double CROSS = 14;
    private static final int MANY = 400;
    private static final Notice.Key ANY = new Notice.Key("", "", "");

    /**
     * One mark.
     *
     * @param lost whether it did not reach its recipient
     * @param stray whether only that is known of it
     */
    record Mark(double x, int level, StateMark state, boolean lost, boolean stray, String hint) {}

    private record Sort(StateMark state, boolean lost, Notice.Key key) {}

    private record Group(double x, Sort sort, List<Notice> notices) {}

    /** Makes those of a channel; a page has none, its bars tell all. */
    static Marks of(Course course, Told told, Axis axis, Way way) {
        List<Mark> marks = new ArrayList<>();
        if (told.shownOn(way.name()).isEmpty()) {
            double[] taken = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
            for (Group group : groups(course, told, axis, way)) {
                int level = group.x() - taken[0] >= WIDTH || group.x() - taken[1] < WIDTH ? 0 : 1;
                taken[level] = group.x();
                marks.add(mark(told, group, level));
            }
        }
        strays(course, told, axis, way).forEach(marks::add);
        int levels = marks.stream().mapToInt(Mark::level).max().orElse(0);
        return new Marks(List.copyOf(marks), levels);
    }

    private static List<Group> groups(Course course, Told told, Axis axis, Way way) {
        List<Group> groups = new ArrayList<>();
        Map<Sort, Group> last = new HashMap<>();
        List<Notice> all = told.on(way.name());
        for (Notice notice : all) {
            double at = course.seconds(notice.at().hi());
            if (notice.test() || at < axis.from()) {
                continue;
            }
            Sort sort = new Sort(
                    StateMark.of(notice.state()),
                    notice.lost(),
                    all.size() > MANY ? ANY : notice.key());
            Group near = last.get(sort);
            if (near == null || axis.x(at) - near.x() >= WIDTH) {
                near = new Group(axis.x(at), sort, new ArrayList<>());
                last.put(sort, near);
                groups.add(near);
            }
            near.notices().add(notice);
        }
        return groups;
    }

    private static Mark mark(Told told, Group group, int level) {
        Notice first = group.notices().get(0);
        int count = group.notices().size();
        String hint = told.time().since(told.since(first.at())) + " after "
                + told.origin().what() + ": " + words(first)
                + (count > 1 ? "; " + count + " messages" : "")
                + (first.lost() ? "; UNDELIVERED: " + ToldText.clipped(first.why()) : "");
        Sort sort = group.sort();
        return new Mark(group.x(), level, sort.state(), sort.lost(), false, hint);
    }

    private static String words(Notice notice) {
        Notice.Key key = notice.key();
        String update = key.update().isEmpty() ? "" : ", update " + key.update();
        String state = notice.state().isEmpty() ? "names no state" : notice.state();
        return ToldText.clipped(key.incident() + update + ", " + state);
    }

    /** What a provider refused, or lost, without that a message of it is known. */
    private static List<Mark> strays(Course course, Told told, Axis axis, Way way) {
        List<Mark> strays = new ArrayList<>();
        double last = Double.NEGATIVE_INFINITY;
        for (DeliveryReported report : told.strays()) {
            double x = axis.x(course.seconds(report.end()));
            if (report.channel().equals(way.name()) && x - last >= CROSS) {
                last = x;
                String hint = ToldText.of(report).orElse("");
                strays.add(new Mark(x, 0, StateMark.OTHER, true, true, hint));
            }
        }
        return strays;
    }
}
