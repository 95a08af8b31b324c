package racecard.report;

import java.util.List;

/**
 * What measuring more would take and tell.
 *
 * @param generations how many further ones are worth asking for
 * @param contenders who is to be measured in them; empty for all
 * @param hint as {@code about 40 s more would tell threads and event-loop apart}
 */
public record Further(int generations, List<String> contenders, String hint) {

  /** Copies the names. */
  public Further {
    contenders = List.copyOf(contenders);
  }
}
