/**
 * The pocket company: a small shop that customers order from, and the service by which it tells
 * people when it fails. An example of a communication service of one's own.
 *
 * <pre>
 * customers -> front -> shop-1, shop-2 -> store          what customers want
 * watch -> front; watch -> pager, records                who notices
 * desk-1, desk-2 -> records                              who tells, one of the two at a time
 * desk -> mail, sms, chat, hook, sheet, front, status    how
 * desk -> suite                                          whom; the desk keeps a copy
 * </pre>
 *
 * <p>The way of a notice, one class for each step:
 *
 * <ol>
 *   <li>{@code Watch} sees that customers are not served, calls somebody, and notes an
 *       {@code Alert}
 *   <li>{@code Course} says what is to be told next, and when: an {@code Incident} after the other
 *   <li>{@code Distribution} makes a {@code Letter} for everybody it concerns; {@code Wording} has
 *       the words
 *   <li>{@code Outbox} knows what became of each letter, and what goes another way instead
 *   <li>{@code Carrier} takes a letter to one provider
 *   <li>{@code Records} keeps all of it, so that the other desk can go on
 * </ol>
 *
 * <p>What could be done otherwise is a part of {@code Playbook}. A sabotaged company is
 * {@code Playbook.healthy()} with another part; {@code Variants} gives it a name for
 * {@code settings:}. Healthy code never asks whether it is sabotaged.
 *
 * <p>All times are a sixtieth of those of a company of flesh and blood: {@code Times}.
 */
@NullMarked
package io.firedrill.systems.company;

import org.jspecify.annotations.NullMarked;
