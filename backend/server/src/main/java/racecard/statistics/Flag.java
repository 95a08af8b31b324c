package racecard.statistics;

import java.util.Map;

/**
 * Something about a measurement that a person should know.
 *
 * @param kind the word for it, as CONTROL_DIFFERS
 * @param message what it is, what it means, and what to do
 * @param severe whether only large differences can still be trusted
 * @param evidence the numbers behind it
 */
public record Flag(String kind, String message, boolean severe, Map<String, Double> evidence) {}
