package racecard.statistics;

/**
 * One measured round as the statistics see it.
 *
 * @param contender its name; only equality matters
 * @param wallNs time of N tasks in nanoseconds, above 0 when valid
 * @param valid whether it ended as it should; one invalid round makes its whole block invalid
 */
public record Round(int generation, int block, String contender, double wallNs, boolean valid) {}
