package racecard.catalog;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How long a run may go on to tell its contenders apart. */
public enum Precision {
  /** Three generations of three blocks, whatever they show. */
  QUICK(3, 120),
  /** Until every comparison with its baseline is settled, or the budget is spent. */
  BALANCED(5, 120),
  /** Until every comparison with the leader is settled too, or the budget is spent. */
  CAREFUL(5, 600);

  private final int blocks;
  private final int defaultBudgetS;

  Precision(int blocks, int defaultBudgetS) {
    this.blocks = blocks;
    this.defaultBudgetS = defaultBudgetS;
  }

  /** The precision named {@code id}, if there is one. */
  public static Optional<Precision> find(String id) {
    return Stream.of(values()).filter(precision -> precision.id().equals(id)).findFirst();
  }

  /** The name used in requests and pages. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How many blocks a generation has. */
  public int blocks() {
    return blocks;
  }

  /** The time budget when the request names none; quick ignores it. */
  public int defaultBudgetS() {
    return defaultBudgetS;
  }
}
