package racecard.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A strategy on a runtime that a run may ask for.
 *
 * @param reason why it cannot be measured here; null when it can
 * @param remedy what makes it measurable; null when it already is or nothing does
 */
public record Contender(
    ContenderName name, Strategy strategy, @Nullable String reason, @Nullable String remedy) {

  /** Whether it can be measured on this host. */
  public boolean available() {
    return reason == null;
  }
}
