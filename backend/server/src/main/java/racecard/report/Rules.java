package racecard.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import racecard.catalog.ContenderName;
import racecard.report.Ruled.Ruling;
import racecard.run.Run;
import racecard.statistics.Assessment;
import racecard.statistics.Effect;
import racecard.statistics.Placing;

/** Holds a rule against what runs came to, runtime by runtime. */
final class Rules {
  private final Rule rule;
  private final Run run;
  private final Assessment assessment;
  private final String host;

  private Rules(Rule rule, Run run, Assessment assessment, String host) {
    this.rule = rule;
    this.run = run;
    this.assessment = assessment;
    this.host = host;
  }

  /** What {@code run} says of {@code rule}; nothing where it is about other work. */
  static List<Ruled> of(Rule rule, Run run, Assessment assessment, String host) {
    if (!rule.concerns(run.plan())) {
      return List.of();
    }
    Rules rules = new Rules(rule, run, assessment, host);
    return run.plan().contenders().stream()
        .map(ContenderName::runtime)
        .distinct()
        .flatMap(runtime -> rules.on(runtime).stream())
        .toList();
  }

  private Optional<Ruled> on(String runtime) {
    Optional<Placing> recommended = best(runtime, rule::recommends);
    Optional<Placing> other = best(runtime, rule::opposes);
    return recommended.flatMap(one ->
        other.map(two -> new Ruled(run, host, runtime, ruling(one, two), figures(one, two))));
  }

  private Optional<Placing> best(String runtime, Predicate<String> strategies) {
    return assessment.comparison().placings().stream()
        .filter(placing -> placing.rank() != null)
        .filter(placing -> placing.effect() != null || placing.name().equals(placing.baseline()))
        .filter(placing -> ContenderName.parse(placing.name()).runtime().equals(runtime))
        .filter(placing -> strategies.test(ContenderName.parse(placing.name()).strategy()))
        .max(Comparator.comparingDouble(placing -> bounds(placing).speedUp()));
  }

  private Ruling ruling(Placing recommended, Placing other) {
    if (assessment.comparison().controlDiffers()) {
      return Ruling.LEAVES_OPEN;
    }
    if (clear(recommended, other)) {
      return Ruling.CONFIRMS;
    }
    return clear(other, recommended) ? Ruling.CONTRADICTS : Ruling.LEAVES_OPEN;
  }

  private boolean clear(Placing above, Placing below) {
    double margin = 1 + assessment.marginPercent() / 100;
    return bounds(above).low() > bounds(below).high() * margin;
  }

  private static String figures(Placing recommended, Placing other) {
    return "%s against %s".formatted(words(recommended), words(other));
  }

  private static String words(Placing placing) {
    Bounds bounds = bounds(placing);
    return "%s %s×%s"
        .formatted(
            ContenderName.parse(placing.name()).strategy(),
            Figures.ratio(bounds.speedUp()),
            bounds.low() == bounds.high()
                ? ""
                : " (%s)".formatted(Figures.interval(bounds.low(), bounds.high())));
  }

  /** A speed-up with its interval. */
  private record Bounds(double low, double speedUp, double high) {}

  private static Bounds bounds(Placing placing) {
    Effect effect = placing.effect();
    return effect == null
        ? new Bounds(1, 1, 1)
        : new Bounds(effect.speedUpLow(), effect.speedUp(), effect.speedUpHigh());
  }
}
