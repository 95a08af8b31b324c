package racecard.sample;

import org.jspecify.annotations.Nullable;

/**
 * How far a job is, as its worker last said.
 *
 * @param done valid measured rounds of all contenders in the cell so far
 * @param total how many the plan expects in all; an estimate that may change
 * @param generation the one being measured, from 1 within the cell; 0 where contenders are
 *     profiled, which {@code done} and {@code total} count then
 * @param block the one being measured, from 1; 0 while starting and warming up
 * @param blocks how many a generation has
 * @param contender whose round comes next or runs; null between rounds
 * @param etaS seconds expected to be left; null while nobody knows
 */
public record Progress(
    int done,
    int total,
    int generation,
    int block,
    int blocks,
    @Nullable String contender,
    @Nullable Long etaS) {

  /** Before the next of {@code total} contenders is profiled. */
  public static Progress profiling(int done, int total, String contender) {
    return new Progress(done, total, 0, 0, 0, contender, null);
  }

  /** Whether contenders are profiled. */
  public boolean profiles() {
    return generation == 0;
  }

  /** As the job's row and its events keep it. */
  public String json() {
    return Json.record(this);
  }

  /** Reads what {@link #json} wrote. */
  public static Progress read(String json) {
    return Json.record(json, Progress.class);
  }
}
