package racecard.run;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list of runs.
 *
 * @param previous where the part before ends; empty at the beginning
 * @param next where the following part begins; empty at the end
 */
public record RunPage(List<Run> runs, Optional<String> previous, Optional<String> next) {
  /** Copies the list. */
  public RunPage {
    runs = List.copyOf(runs);
  }
}
