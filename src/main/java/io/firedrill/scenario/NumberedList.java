package io.firedrill.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbered lists of a Markdown text, as the lines of one procedure: {@code 1. Stop the batch
 * (operator, 30s)}. Who does a line and how long that is planned to take may stand in brackets at
 * its end. A line goes on where the next one is indented; what stands between fences is not read.
 */
final class NumberedList {
    private static final Pattern ITEM = Pattern.compile(" {0,3}[0-9]{1,9}[.)][ \\t]+(\\S.*)");
    private static final Pattern GOES_ON = Pattern.compile("(?: {2,}|\\t)\\s*(\\S.*)");
    private static final Pattern FENCE = Pattern.compile("\\s*(?:```|~~~).*");
    private static final Pattern NOTED =
            Pattern.compile("(.*\\S)\\s*\\((?:([^(),]+),\\s*)?([0-9]+[a-z]+)\\)");

    private final List<String> items = new ArrayList<>();
    private boolean open;
    private boolean fenced;

    private NumberedList() {}

    /** A line of the procedure; who and how long are empty where it does not say. */
    record Item(String text, Optional<String> role, Optional<Duration> takes) {}

    /** Reads them all, in order. */
    static List<Item> of(String markdown) {
        NumberedList list = new NumberedList();
        markdown.lines().forEach(list::read);
        return list.items.stream().map(NumberedList::item).toList();
    }

    private void read(String line) {
        if (FENCE.matcher(line).matches()) {
            fenced = !fenced;
            return;
        }
        if (fenced) {
            return;
        }
        Matcher item = ITEM.matcher(line);
        Matcher goesOn = GOES_ON.matcher(line);
        if (item.matches()) {
            items.add(item.group(1).strip());
            open = true;
        } else if (open && goesOn.matches()) {
            int last = items.size() - 1;
            items.set(last, items.get(last) + " " + goesOn.group(1).strip());
        } else {
            open = false;
        }
    }

    private static Item item(String text) {
        Matcher noted = NOTED.matcher(text);
        if (!noted.matches()) {
            return new Item(text, Optional.empty(), Optional.empty());
        }
        Optional<Duration> takes = DurationText.parse(noted.group(3));
        return takes.isEmpty()
                ? new Item(text, Optional.empty(), Optional.empty())
                : new Item(
                        noted.group(1),
                        Optional.ofNullable(noted.group(2)).map(String::strip),
                        takes);
    }
}
