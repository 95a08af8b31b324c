package racecard.view;

/** A hidden field of a form. */
public record Hidden(String name, String value) {}
