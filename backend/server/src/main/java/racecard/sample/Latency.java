package racecard.sample;

/** A contender's histogram of one generation, or of all complete ones together. */
public record Latency(int cell, String contender, LatencyMeasure measure, Histogram histogram) {}
