package io.firedrill.traffic;

/**
 * What one attempt of a customer is about. A repeat of an attempt is the same visit again.
 *
 * @param who the customer; empty where the journey has no identity
 * @param peer another customer, where there is more than one
 * @param number from 0, counted for each journey
 * @param write the id of its write: fresh for each visit, and the same for its repeats
 */
public record Visit(String who, String peer, long number, String write) {}
