package racecard.report;

/**
 * A program to copy that executes tasks as a contender did.
 *
 * @param title what it is, as {@code Virtual threads in Java}
 */
public record Snippet(String contender, String title, String text) {}
