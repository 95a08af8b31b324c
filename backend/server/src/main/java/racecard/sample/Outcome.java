package racecard.sample;

import org.jspecify.annotations.Nullable;

/**
 * What a cell came to.
 *
 * @param leader the contender with the largest speed-up; null without a verdict
 * @param grade A, B or C; null without a verdict
 * @param summaryJson what lists and pages show of it, an object
 */
public record Outcome(
    int cell, @Nullable String leader, @Nullable String grade, String summaryJson) {}
