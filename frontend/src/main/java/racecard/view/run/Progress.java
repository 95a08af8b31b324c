package racecard.view.run;

import org.jspecify.annotations.Nullable;
import racecard.view.Contender;
import racecard.view.State;

/**
 * Where a run stands that is not done, or why it ended otherwise.
 *
 * @param headline as "Waiting behind 2 other runs" or "generation 2, block 3 of 5"
 * @param contender whose round runs; null between rounds
 * @param done valid measured rounds of all contenders
 * @param total how many the plan expects; 0 while nobody knows, then no bar is drawn
 * @param text as "37 of about 63 rounds · about 40 s left"
 * @param tabTitle the browser tab's title, as "58 % · power · Racecard"
 * @param failure null unless it failed
 */
public record Progress(
    State state,
    String headline,
    @Nullable Contender contender,
    int done,
    int total,
    String text,
    String tabTitle,
    @Nullable Failure failure) {

  /**
   * Why it failed.
   *
   * @param kind the stored word, as RUNNER_CRASHED
   * @param remedy what to do; empty when there is nothing
   */
  public record Failure(String kind, String message, String remedy) {}
}
