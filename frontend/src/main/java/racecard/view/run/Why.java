package racecard.view.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import racecard.view.Contender;

/**
 * Why it came out so, in figures.
 *
 * @param cores usable cores, the length of the little bars
 * @param inside null where nobody looked and nobody may ask
 */
public record Why(List<Sentence> sentences, double cores, List<Row> rows, @Nullable Inside inside) {

  /**
   * What one contender used; figures that nobody measured are "–".
   *
   * @param coresUsed CPU time ÷ wall time; null when not measured
   * @param coresText the same for people, as "1.97"
   * @param cold the first round in a fresh child
   * @param setup starting what tasks share, outside the clock
   */
  public record Row(
      Contender contender,
      @Nullable Double coresUsed,
      String coresText,
      String cpu,
      String memory,
      String threads,
      String processes,
      String cold,
      String setup,
      String switches,
      String collections) {}
}
