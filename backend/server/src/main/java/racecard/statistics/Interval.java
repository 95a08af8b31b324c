package racecard.statistics;

/** A range from low to high. */
public record Interval(double low, double high) {}
