package racecard.statistics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The 95 % intervals of contenders' own times, without a partner to divide by. */
public final class Spans {
  private Spans() {}

  /**
   * Of each of {@code contenders} with rounds in valid blocks, by what its time may be multiplied:
   * the interval of the estimate in {@link Effect}, of the times themselves.
   */
  public static Map<String, Interval> of(List<Round> rounds, List<String> contenders) {
    Blocks blocks = Blocks.of(rounds);
    Map<String, Interval> spans = new HashMap<>();
    for (String contender : contenders) {
      blocks
          .slowness(contender)
          .ifPresent(own ->
              spans.put(
                  contender,
                  new Interval(
                      Math.exp(own.low() - own.theta()), Math.exp(own.high() - own.theta()))));
    }
    return spans;
  }
}
