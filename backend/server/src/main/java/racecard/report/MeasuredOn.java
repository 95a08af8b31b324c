package racecard.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * The machine of a run as it was when it measured.
 *
 * @param cores usable ones; 0 when nobody noted them
 * @param runtimes what executed the contenders, as {@code Temurin 25.0.3}
 * @param facts name to text, in the order to show
 */
public record MeasuredOn(
    String name, int cores, List<String> runtimes, SequencedMap<String, String> facts) {
  /** Copies the lists. */
  public MeasuredOn {
    runtimes = List.copyOf(runtimes);
    facts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(facts));
  }
}
