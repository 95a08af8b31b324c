package racecard.report;

/**
 * The shortest time of N tasks that is possible.
 *
 * @param because as {@code waiting alone} or {@code one after another ÷ 2 cores}
 */
public record Limit(double ns, String because) {}
