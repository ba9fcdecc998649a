/**
 * What many drills say together: the programme, how long their evidence lasts, how values move, and
 * toward which clauses they are evidence.
 *
 * <p>May import: evidence, scenario, journal, check. Held by the ArchUnit test.
 *
 * <p>Example: {@code IndexPage.of(standing) is the page that a risk manager opens first}
 */
@NullMarked
package io.firedrill.evidence.programme;

import org.jspecify.annotations.NullMarked;
