package racecard.view.run;

import org.jspecify.annotations.Nullable;
import racecard.view.chart.Latencies;
import racecard.view.chart.Ranking;
import racecard.view.chart.Rounds;
import racecard.view.chart.Timeline;

/**
 * The parts of a run page, each null until there is something to show; each is a fragment of its
 * own.
 *
 * @param actions null where nothing can be done: shared pages and files
 */
public record RunParts(
    Answer answer,
    @Nullable Actions actions,
    @Nullable Progress progress,
    @Nullable Ranking ranking,
    @Nullable Timeline timeline,
    @Nullable Rounds rounds,
    @Nullable Latencies latency,
    @Nullable Why why,
    @Nullable Numbers numbers,
    @Nullable Environment environment,
    @Nullable Repeat repeat) {}
