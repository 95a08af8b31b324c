package racecard.view;

/** One entry of a list to choose from. */
public record Option(String value, String text, boolean chosen) {}
