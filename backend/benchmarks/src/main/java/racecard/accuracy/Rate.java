package racecard.accuracy;

import java.util.Locale;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/** How many of some trials came out in a certain way. */
record Rate(long counted, long of) {
  /** Of as many seeded simulations, on all cores; always the same for the same simulation. */
  static <T> Rate of(int trials, LongFunction<T> trial, Predicate<T> counts) {
    long counted = LongStream.range(0, trials).parallel().mapToObj(trial).filter(counts).count();
    return new Rate(counted, trials);
  }

  double share() {
    return (double) counted / of;
  }

  Figure atMost(double share, String goal, String what) {
    return new Figure(goal, what, text(), "≤ " + percent(share), share() <= share);
  }

  Figure atLeast(double share, String goal, String what) {
    return new Figure(goal, what, text(), "≥ " + percent(share), share() >= share);
  }

  private String text() {
    return String.format(Locale.ROOT, "%s (%,d of %,d)", percent(share()), counted, of);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%s %%", Math.round(share * 10_000) / 100.0)
        .replace(".0 %", " %");
  }
}
