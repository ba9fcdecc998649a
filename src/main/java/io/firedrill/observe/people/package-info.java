/**
 * People who take part in a drill: what a step asks of them, and how their answers come in.
 *
 * <p>{@link io.firedrill.observe.people.Askings} are those of one drill;
 * {@link io.firedrill.observe.people.People} are those of a run: at a terminal, before a page, or
 * nobody, so that a stand-in answers and the journal says so. Nobody waits for them: an answer is
 * written down when it comes.
 *
 * <p>May import: scenario, topology, journal. Held by the ArchUnit test.
 *
 * <p>Example: {@code new Askings("bank/lost", People.nobody(), recorder, clock).ask(step)}
 */
@NullMarked
package io.firedrill.observe.people;

import org.jspecify.annotations.NullMarked;
