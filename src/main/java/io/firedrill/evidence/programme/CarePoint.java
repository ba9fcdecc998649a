package io.firedrill.evidence.programme;

import java.util.List;

/**
 * A point that writing on customer care asks of a plan for outages, and the checks that are
 * evidence for it. The words and the choice are ours; COMMUNICATION.md of the design has the checks
 * and where their figures come from.
 *
 * @param checks kinds of objectives
 */
record CarePoint(String asks, List<String> checks) {
    /** The fifteen points, in the order in which an outage meets them. */
    static final List<CarePoint> ALL = List.of(
            new CarePoint(
                    "Somebody takes the alert, or the next one does", List.of("n02-acknowledged")),
            new CarePoint(
                    "Customers hear of it soon, and are not alarmed by a blip",
                    List.of("n01-first-notice", "n28-threshold")),
            new CarePoint(
                    "The first word says what is known, whom it touches and when more comes",
                    List.of("n03-minimum", "n04-scope")),
            new CarePoint(
                    "Updates keep coming, also when there is nothing new",
                    List.of("n05-cadence", "n29-long")),
            new CarePoint(
                    "Each update says when the next one comes, and it comes then",
                    List.of("n06-next-update", "n07-promise-kept")),
            new CarePoint(
                    "An estimate is given, and corrected before it passes",
                    List.of("n08-eta", "n09-eta-kept")),
            new CarePoint(
                    "Every channel says the same, at nearly the same time",
                    List.of("n11-consistent", "n12-skew", "n10-order", "n22-not-stale")),
            new CarePoint(
                    "Everybody who is touched is reached, the way they chose",
                    List.of(
                            "n13-covered",
                            "n14-audience",
                            "n31-reach",
                            "n34-preference",
                            "n21-delivery")),
            new CarePoint(
                    "Where a channel fails, another one takes over, down to paper",
                    List.of("n15-fallback", "n16-non-digital", "n32-late-failure")),
            new CarePoint(
                    "The status page is there, and tells the truth",
                    List.of("n17-page-independent", "n18-page-true")),
            new CarePoint(
                    "Front-line staff know, and answer as the public is told",
                    List.of("n27-surge", "n25-executives")),
            new CarePoint(
                    "Customers learn what they can do meanwhile, and it works",
                    List.of("n35-workaround", "n26-client-duty")),
            new CarePoint(
                    "Plain and kind words that nobody mistakes for fraud, approved",
                    List.of("n23-plain", "n38-tone", "n37-no-fraud", "n24-approved")),
            new CarePoint(
                    "What is said is true, and 'resolved' comes when it is, with what was lost",
                    List.of("n19-not-early", "n20-resolution", "n36-true-scope", "truth-meter")),
            new CarePoint(
                    "Afterwards there is a review, and suppliers are named without blame",
                    List.of("n30-review", "n33-third-party")));
}
