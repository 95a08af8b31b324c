package racecard.runner;

/**
 * How the origin answers.
 *
 * @param nonce makes its bodies this job's own
 * @param jitterMs at most how much is added to the delay, drawn for each path from {@code seed}
 */
public record OriginSetting(String nonce, long delayMs, long jitterMs, long bodyBytes, long seed) {}
