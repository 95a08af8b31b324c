package racecard.view.run;

import java.util.List;
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
 * @param runtimes empty where there is one, or no page to follow a link to
 * @param levels null for a run of one cell
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
    @Nullable Use use,
    @Nullable Repeat repeat,
    List<RuntimeLink> runtimes,
    @Nullable Levels levels) {

  /** Of a run of one cell. */
  public RunParts(
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
      @Nullable Use use,
      @Nullable Repeat repeat,
      List<RuntimeLink> runtimes) {
    this(
        answer,
        actions,
        progress,
        ranking,
        timeline,
        rounds,
        latency,
        why,
        numbers,
        environment,
        use,
        repeat,
        runtimes,
        null);
  }

  /** Shows one runtime alone, or all of them. */
  public record RuntimeLink(String text, String href, boolean chosen) {}
}
