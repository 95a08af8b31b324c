package racecard.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import racecard.sample.Histogram;
import racecard.sample.Profile;
import racecard.sample.Timeline;
import racecard.statistics.Placing;

/**
 * All that is known of one contender of a run; null is what is not known.
 *
 * @param label its name where the run is known
 * @param baseline the name of the contender it is divided by
 * @param placing what the statistics say; null before they do
 * @param reason why it was not measured, or has no verdict
 * @param remedy what a person can do about the reason
 * @param checksum of N tasks executed once
 * @param correct whether every round that answered gave the right checksum; null when nobody can
 *     tell
 * @param rounds how many measured rounds were valid
 * @param invalidRounds how many were not
 * @param efficiency what it achieves of what is possible, at most about 1
 * @param marks its measured rounds, in order
 * @param total how long tasks took since submission; empty before a generation is complete
 * @param service how long tasks took since their own start
 * @param profile what a profiler saw of it; null until it was asked for
 */
public record ContenderResult(
    String name,
    String label,
    String baseline,
    boolean control,
    ContenderState state,
    @Nullable Placing placing,
    @Nullable String reason,
    @Nullable String remedy,
    @Nullable String checksum,
    @Nullable Boolean correct,
    int rounds,
    int invalidRounds,
    @Nullable Integer effectiveInFlight,
    @Nullable Long coldNs,
    @Nullable Long setupNs,
    @Nullable Double efficiency,
    Medians medians,
    List<Mark> marks,
    @Nullable Timeline timeline,
    Histogram total,
    Histogram service,
    @Nullable Profile profile) {

  /** The plain median of its valid rounds; null without one. */
  public @Nullable Double medianNs() {
    return placing == null ? null : placing.medianNs();
  }
}
