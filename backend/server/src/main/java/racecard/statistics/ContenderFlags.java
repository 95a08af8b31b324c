package racecard.statistics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Flags about contenders whose times do not behave as those of one thing measured repeatedly.
 *
 * <p>Each must show as measured and with the host's part removed: of two contenders, the one is the
 * other's host.
 */
final class ContenderFlags {
  private static final int FEWEST = 9;
  private static final double SPREAD = 0.20;
  private static final double WARMING = Math.log(1.03);
  private static final double BY_CHANCE = 0.005;
  private static final double APART = Math.log(1.10);

  private final SequencedMap<String, Times> times = new LinkedHashMap<>();

  /** A contender's times, and how far their two groups lie apart, for which two flags ask. */
  private record Times(OwnTimes own, Optional<Double> apart) {}

  private ContenderFlags(List<Round> rounds, List<Entrant> entrants) {
    List<Blocks.Logs> blocks = Blocks.of(rounds).logs();
    for (Entrant entrant : entrants) {
      OwnTimes own = OwnTimes.of(blocks, entrant.name());
      if (OwnTimes.all(own.own()).length >= FEWEST) {
        times.put(entrant.name(), new Times(own, apart(own)));
      }
    }
  }

  /** The flags of contenders with at least nine valid rounds beside those of others. */
  static List<Flag> of(List<Round> rounds, List<Entrant> entrants) {
    ContenderFlags flags = new ContenderFlags(rounds, entrants);
    return Stream.of(flags.bimodal(), flags.spread(), flags.warming())
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Flag> bimodal() {
    return flag(
        Times::apart,
        "BIMODAL",
        "Rounds of %s fall into two groups that are %.0f %% apart, with few between them: one figure cannot describe both. Look at them one by one below; measure more to learn how often each comes.",
        "apart");
  }

  private Optional<Flag> spread() {
    return flag(
        one -> one.apart().isPresent() ? Optional.empty() : spread(one.own()),
        "SPREAD",
        "Rounds of %s lie far apart: the middle half of them spans %.0f %%. Give them more tasks, so that chance evens out, or measure more for narrower intervals.",
        "middle_half");
  }

  private Optional<Flag> warming() {
    return flag(
        one -> warming(one.own()),
        "STILL_WARMING",
        "Rounds of %s became %.0f %% quicker within each start of its process, and the others' did not: its warm-up ended too early. Ask for more tasks, so that it sees more of them before it counts, or read its time as an upper bound.",
        "quicker");
  }

  /** How far the two groups lie apart in what the host did not do. */
  private static Optional<Double> apart(OwnTimes times) {
    double[] own = OwnTimes.all(times.own());
    double[] raw = OwnTimes.all(times.raw());
    double apart = TwoGroups.of(own).apart();
    return apart > APART && Dip.twoPeaks(own) && Dip.twoPeaks(raw)
        ? Optional.of(Math.expm1(apart))
        : Optional.empty();
  }

  private static Optional<Double> spread(OwnTimes times) {
    double middle = Math.min(middleHalf(times.own()), middleHalf(times.raw()));
    return middle > SPREAD ? Optional.of(middle) : Optional.empty();
  }

  private static double middleHalf(SequencedMap<Integer, double[]> times) {
    double[] all = OwnTimes.all(times);
    return Math.expm1(Spread.quantile(all, 0.75) - Spread.quantile(all, 0.25));
  }

  private static Optional<Double> warming(OwnTimes times) {
    Trend own = Trend.of(times.own().values());
    Trend raw = Trend.of(times.raw().values());
    boolean falls = own.change() < -WARMING && raw.change() < -WARMING;
    return falls && own.chance() < BY_CHANCE
        ? Optional.of(-Math.expm1(own.change()))
        : Optional.empty();
  }

  /** A flag that names all contenders with {@code found}, with the largest of it as evidence. */
  private Optional<Flag> flag(
      Function<Times, Optional<Double>> found, String kind, String message, String evidence) {
    Map<String, Double> by = new LinkedHashMap<>();
    times.forEach((name, one) -> found.apply(one).ifPresent(share -> by.put(name, share)));
    if (by.isEmpty()) {
      return Optional.empty();
    }
    String names = by.keySet().stream().collect(Collectors.joining(", "));
    double largest = by.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    return Optional.of(
        new Flag(kind, message.formatted(names, largest * 100), false, Map.of(evidence, largest)));
  }
}
