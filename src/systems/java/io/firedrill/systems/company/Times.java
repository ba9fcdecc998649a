package io.firedrill.systems.company;

import java.time.Duration;

/**
 * How long things take in this company. A second here stands for a minute of a real company, save
 * for what machines do among themselves: {@link Machines}.
 *
 * @param declareAfter how long customers are not served before the public is told
 * @param escalateAfter how long whoever is on call may take before the next one is called
 * @param cadence how long between two updates
 * @param promise when the next update is promised: a little more than the cadence
 * @param estimate how long a repair is thought to take
 * @param etaMargin how long before it passes an estimate is revised
 * @param sustained how long service must be back before it is said to be resolved
 * @param slow what happens in a long incident
 * @param machines how long machines take
 */
record Times(
        Duration declareAfter,
        Duration escalateAfter,
        Duration cadence,
        Duration promise,
        Duration estimate,
        Duration etaMargin,
        Duration sustained,
        Slow slow,
        Machines machines) {

    /**
     * In a long incident there is less news, and updates are fewer.
     *
     * @param after how long an incident is open before it is a long one
     * @param cadence how long between two updates then
     */
    record Slow(Duration after, Duration cadence) {}

    /**
     * How long machines take; these times are as they are.
     *
     * @param look how often monitoring asks, and a desk looks what there is to do
     * @param patience how long an answer may take
     * @param pageAfter how long customers are not served before somebody is called
     * @param settle how long a desk waits when the company starts, before it tries all channels
     * @param lease how long a desk may lead without renewing its lease
     * @param throttled how long after a "too many" the provider is asked again
     */
    record Machines(
            Duration look,
            Duration patience,
            Duration pageAfter,
            Duration settle,
            Duration lease,
            Duration throttled) {}

    static Times usual() {
        return new Times(
                Duration.ofMillis(1500),
                Duration.ofMillis(2000),
                Duration.ofMillis(1500),
                Duration.ofMillis(2000),
                Duration.ofMillis(3000),
                Duration.ofMillis(1000),
                Duration.ofMillis(2000),
                new Slow(Duration.ofMillis(6000), Duration.ofMillis(2500)),
                new Machines(
                        Duration.ofMillis(100),
                        Duration.ofMillis(300),
                        Duration.ofMillis(200),
                        Duration.ofMillis(300),
                        Duration.ofMillis(400),
                        Duration.ofMillis(300)));
    }

    Times withCadence(Duration other) {
        return new Times(
                declareAfter,
                escalateAfter,
                other,
                other.plus(promise).minus(cadence),
                estimate,
                etaMargin,
                sustained,
                new Slow(slow.after(), other),
                machines);
    }

    Times withDeclareAfter(Duration other) {
        return new Times(
                other,
                escalateAfter,
                cadence,
                promise,
                estimate,
                etaMargin,
                sustained,
                slow,
                machines);
    }

    Times withEscalateAfter(Duration other) {
        return new Times(
                declareAfter,
                other,
                cadence,
                promise,
                estimate,
                etaMargin,
                sustained,
                slow,
                machines);
    }

    Times withEtaMargin(Duration other) {
        return new Times(
                declareAfter,
                escalateAfter,
                cadence,
                promise,
                estimate,
                other,
                sustained,
                slow,
                machines);
    }
}
