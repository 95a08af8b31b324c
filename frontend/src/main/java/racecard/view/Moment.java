package racecard.view;

/**
 * A point in time.
 *
 * @param iso ISO 8601 in UTC, for machines and for whoever hovers
 * @param text for people, as "24 Nov 2026, 14:02"
 */
public record Moment(String iso, String text) {}
