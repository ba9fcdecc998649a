/**
 * The report of one drill: what a risk manager reads first and an auditor reads later, made of
 * scenario, journal and verdicts alone. What is said is put together once, as
 * {@link io.firedrill.evidence.report.Block}s, and written twice: as a page and as a PDF.
 *
 * <p>May import: scenario, journal, check, evidence. Held by the ArchUnit test.
 *
 * <p>Example: {@code Report.of(material).html()}
 */
@NullMarked
package io.firedrill.evidence.report;

import org.jspecify.annotations.NullMarked;
