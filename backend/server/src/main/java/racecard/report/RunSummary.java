package racecard.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import racecard.run.Run;

/**
 * A run in one line of a list.
 *
 * @param work what it measures, as {@code downloads · 10 × 4 × 50 ms}
 * @param answer the answer in short, as {@code Virtual threads 9.70× — tied with event-loop}; empty
 *     before there is one
 * @param leader the name of the contender that leads; null without a verdict
 * @param grade A, B or C; null without a verdict
 * @param flags the kinds of flags that were raised, severe ones first
 * @param host where it was or is measured; empty before
 */
public record RunSummary(
    Run run,
    String work,
    String answer,
    @Nullable String leader,
    @Nullable String grade,
    List<String> flags,
    String host) {}
