package racecard.view;

/** A named value of a host, a runtime or a measurement. */
public record Fact(String name, String value) {}
