package racecard.run;

import java.util.List;
import racecard.catalog.ContenderName;

/**
 * What is to be measured further.
 *
 * @param cell of the run, from 0
 * @param generations how many
 * @param alone the contenders that are measured in them; empty for all
 * @param estimateMs how long that is expected to take
 */
public record MoreAsked(int cell, int generations, List<ContenderName> alone, long estimateMs) {

  /** Copies the names. */
  public MoreAsked {
    alone = List.copyOf(alone);
  }
}
