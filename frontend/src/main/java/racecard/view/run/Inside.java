package racecard.view.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import racecard.view.Contender;
import racecard.view.PostForm;

/**
 * What each contender did inside, as a profiler saw it.
 *
 * @param ask posts to {@code /runs/{id}/profile}; null where it may not be asked for
 * @param span how long that takes, as "40 s"
 * @param taken when it was looked at last; empty where nobody has yet
 */
public record Inside(@Nullable PostForm ask, String span, String taken, List<Row> rows) {

  /**
   * One contender.
   *
   * @param looked what it rests on; empty where nothing could be looked at
   */
  public record Row(
      Contender contender, String looked, List<Sentence> sentences, List<Function> functions) {}

  /**
   * A function and how often it was at work.
   *
   * @param share 0 to 1, the length of its bar
   * @param text the same for people
   */
  public record Function(String name, double share, String text) {}
}
