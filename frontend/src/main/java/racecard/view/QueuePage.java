package racecard.view;

import java.util.List;

/**
 * The queue.
 *
 * @param trouble why nothing starts (no worker, since when; paused); empty when all is well
 * @param pause posts to pause, or to resume when {@code paused}
 */
public record QueuePage(
    Frame frame,
    boolean paused,
    PostForm pause,
    String trouble,
    List<MeasuringNow> inProgress,
    List<Waiting> waiting,
    List<RunLine> finished) {

  /**
   * A run that waits.
   *
   * @param position 1 is next in line
   * @param eta as "in about 3 min, at 14:05"; empty when nobody knows
   */
  public record Waiting(int position, RunLine run, String eta, PostForm cancel) {}
}
