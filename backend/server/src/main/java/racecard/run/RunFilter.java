package racecard.run;

import org.jspecify.annotations.Nullable;

/**
 * Which runs a list shows; a null member does not restrict.
 *
 * @param workload the id of a workload
 * @param contender the name of a contender that was asked for
 * @param text looked for in id, label, tags and note, without regard to case
 * @param experiment runs of the same work by the same contenders
 */
public record RunFilter(
    @Nullable String workload,
    @Nullable RunState state,
    @Nullable String contender,
    @Nullable String text,
    @Nullable String experiment) {

  /** Every run. */
  public static final RunFilter ALL = new RunFilter(null, null, null, null, null);
}
