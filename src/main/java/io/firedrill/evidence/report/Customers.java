package io.firedrill.evidence.report;

import io.firedrill.check.JourneyFacts;
import io.firedrill.evidence.report.Block.Look;
import io.firedrill.journal.AttemptReason;
import io.firedrill.scenario.Price;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The customers' side: who was not served, who waited, what it cost, who is owed something. */
final class Customers {
    private final Material material;
    private final Text text = new Text();

    private Customers(Material material) {
        this.material = material;
    }

    /** Writes it. */
    static List<Block> of(Material material) {
        return new Customers(material).blocks();
    }

    private List<Block> blocks() {
        text.section("customers", "The customers' side");
        List<Harm> harms = Harm.of(material);
        if (harms.isEmpty()) {
            text.line("No fault was applied, so nothing here can have come from one.");
        } else {
            text.line("Counted since the first fault. Each attempt is one customer who set out,"
                    + " whether the ones before were served or not; repetitions are not counted"
                    + " again. Customers are made up, and so are their numbers: what holds for"
                    + " your own must be scaled by how many you have.");
            text.table(harm(harms));
            cost(harms);
        }
        waits();
        text.under("Inquiries");
        text.line(Words.NOT_STATED + ": drills have no customers who call in.");
        compensation();
        return text.blocks();
    }

    private static Rows harm(List<Harm> harms) {
        Rows rows = Rows.of(
                "Customers affected, by journey",
                "Journey",
                "Set out",
                "Not served",
                "of these perhaps booked",
                "Served late",
                "Not sent by us",
                "Price of one not served",
                "Cost");
        for (Harm harm : harms) {
            rows.add(
                    harm.journey(),
                    String.valueOf(harm.setOut()),
                    String.valueOf(harm.turnedAway()),
                    String.valueOf(harm.unknown()),
                    String.valueOf(harm.delayed()),
                    String.valueOf(harm.notSent()),
                    harm.price().map(Price::toString).orElse(Words.NOT_STATED),
                    harm.cost().map(Price::toString).orElse(Words.NOT_STATED));
        }
        return rows;
    }

    private void cost(List<Harm> harms) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        harms.stream()
                .flatMap(harm -> harm.cost().stream())
                .forEach(cost -> sums.merge(cost.currency(), cost.amount(), BigDecimal::add));
        String all = sums.entrySet().stream()
                .map(sum -> new Price(sum.getValue(), sum.getKey()).toString())
                .collect(Collectors.joining(" and "));
        long open = harms.stream().filter(harm -> harm.price().isEmpty()).count();
        String but = open > 0 ? " (" + Words.counted(open, "journey") + " without a price)" : "";
        text.line(
                Look.NOTE,
                sums.isEmpty()
                        ? "Cost: " + Words.NOT_STATED + ", for the drill gives no 'price'."
                        : "Cost in this drill, by its own prices: " + all + but + ".");
        text.line(
                Look.SOFT,
                "What we could not send is in none of these numbers: it counts as not known.");
    }

    private void waits() {
        text.under("How they were served before, during and after");
        Rows rows = Rows.of(
                "Service by journey",
                "Journey",
                "Before the first fault",
                "Until all was healed",
                "After that",
                "Why not served");
        for (JourneyFacts journey : material.journeys()) {
            rows.add(
                    journey.name(),
                    journey.before().text(),
                    journey.during().text(),
                    journey.after().text(),
                    reasons(journey.misses()));
        }
        text.table(rows);
    }

    private static String reasons(Map<AttemptReason, Long> misses) {
        return misses.entrySet().stream()
                .map(miss -> miss.getKey() + " " + miss.getValue())
                .collect(Collectors.joining(", "));
    }

    private void compensation() {
        text.under("List for compensation");
        List<Owed> owed = Owed.of(material);
        if (owed.isEmpty()) {
            text.line("No write that customers made is known to be in doubt; journeys without"
                    + " writes name none.");
            return;
        }
        Rows rows = Rows.of("Writes to make good", "What became of them", "How many", "Ids");
        List<String> more = new ArrayList<>();
        for (Owed group : owed) {
            rows.add(group.what(), String.valueOf(group.ids().size()), group.listed());
            if (group.ids().size() > Owed.SHOWN) {
                more.add(group.what());
            }
        }
        text.table(rows);
        if (!more.isEmpty()) {
            text.line(
                    Look.SOFT,
                    "The first " + Owed.SHOWN + " of each are shown; the journal has them all.");
        }
    }
}
