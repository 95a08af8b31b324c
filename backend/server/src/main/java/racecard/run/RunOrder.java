package racecard.run;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The orders in which a list of runs can be read; runs that are equal come newest first. */
public enum RunOrder {
  NEWEST,
  OLDEST,
  LABEL,
  WORKLOAD;

  /** The order named {@code id}, if there is one. */
  public static Optional<RunOrder> find(String id) {
    return Stream.of(values()).filter(order -> order.id().equals(id)).findFirst();
  }

  /** The word in addresses. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
