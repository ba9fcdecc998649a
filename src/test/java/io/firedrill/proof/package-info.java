/**
 * The proof that verdicts can be trusted: seeded defects that must be found, each for its reason,
 * and a healthy bank that must not be found fault with. See {@code src/docs/proof.md}.
 */
package io.firedrill.proof;
