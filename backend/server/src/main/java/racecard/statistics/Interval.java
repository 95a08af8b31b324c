package racecard.statistics;

/** A range on the logarithmic scale, from low to high. */
record Interval(double low, double high) {}
