package racecard.statistics;

import org.jspecify.annotations.Nullable;

/**
 * Where one contender comes in among the others.
 *
 * @param rank 1 + how many contenders with the same baseline are faster; null for a control or
 *     without a verdict
 * @param effect over its baseline; null for a baseline and where nothing could be paired
 * @param versusLeader the effect over the leader of those with the same baseline, at most about 0;
 *     null for that leader and without one
 * @param versusLeaderVerdict null where {@code versusLeader} is
 * @param medianNs the plain median of its valid rounds; null without one
 * @param rounds how many valid rounds
 * @param reason why there is no verdict; null when there is one
 */
public record Placing(
    String name,
    String baseline,
    @Nullable Integer rank,
    Verdict verdict,
    @Nullable Effect effect,
    @Nullable Effect versusLeader,
    @Nullable Verdict versusLeaderVerdict,
    @Nullable Double medianNs,
    int rounds,
    @Nullable String reason) {}
