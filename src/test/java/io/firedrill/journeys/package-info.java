/** Journeys in other protocols than HTTP, drilled against real servers of these. */
package io.firedrill.journeys;
