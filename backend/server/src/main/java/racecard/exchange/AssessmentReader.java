package racecard.exchange;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import racecard.sample.Outcome;
import racecard.statistics.Assessment;
import racecard.statistics.Verdict;
import tools.jackson.core.JacksonException;

/** Reads what a cell came to, and refuses what no assessment of its contenders can be. */
final class AssessmentReader {
  /** What a run may have taken in all, which is never reached. */
  static final long LONGEST_SPENT_NS = Long.MAX_VALUE / 4;

  private static final int FLAGS = 100;
  private static final Set<String> GRADES = Set.of("A", "B", "C");

  private final Set<String> contenders;

  AssessmentReader(Set<String> contenders) {
    this.contenders = contenders;
  }

  Outcome outcome(Spot spot, int cell) {
    Spot inner = spot.in("assessment");
    check(inner);
    Outcome outcome = Outcome.of(cell, assessment(inner, cell));
    if (!outcome.summaryJson().equals(inner.json(1_000_000))) {
      throw inner.wrong("has members that this version does not know, or in another order");
    }
    same(outcome.leader(), spot, "leader");
    same(outcome.grade(), spot, "grade");
    return outcome;
  }

  private static Assessment assessment(Spot spot, int cell) {
    try {
      return new Outcome(cell, null, null, spot.json(1_000_000)).assessment();
    } catch (JacksonException notOne) {
      String why = notOne.getOriginalMessage().lines().findFirst().orElse("");
      throw spot.wrong("is not an assessment: " + why);
    }
  }

  private static void same(@Nullable String said, Spot spot, String name) {
    if (!Objects.equals(said, spot.orNull(name, one -> one.text(100)))) {
      throw spot.in(name).wrong("must be as the assessment says: " + said);
    }
  }

  private void check(Spot spot) {
    Set<String> entrants = new HashSet<>();
    for (Spot one : spot.in("entrants").each(contenders.size())) {
      if (!entrants.add(MeasuredReader.contender(one.in("name"), contenders))) {
        throw one.in("name").wrong("must not be there twice");
      }
    }
    spot.in("entrants").each().forEach(one -> among(one.in("baseline"), entrants));
    if (!GRADES.contains(spot.in("grade").text(1))) {
      throw spot.in("grade").wrong("must be A, B or C");
    }
    double margin = spot.in("margin_percent").number();
    if (margin <= 0 || margin > 100) {
      throw spot.in("margin_percent").wrong("must be more than 0 and at most 100");
    }
    spot.in("spent_ns").whole(0, LONGEST_SPENT_NS);
    spot.in("flags").each(FLAGS).forEach(AssessmentReader::flag);
    comparison(spot.in("comparison"), entrants);
  }

  private static void flag(Spot spot) {
    spot.in("kind").text(100);
    spot.in("message").text(4_000);
    spot.in("severe").flag();
    spot.in("evidence").members().values().forEach(Spot::number);
  }

  private static void comparison(Spot spot, Set<String> entrants) {
    List<Spot> placings = spot.in("placings").each(entrants.size());
    if (placings.size() != entrants.size()) {
      throw spot.in("placings").wrong("must have one for each entrant");
    }
    Set<String> placed = new HashSet<>();
    placings.forEach(one -> placing(one, entrants, placed));
    spot.in("impossible").each(entrants.size()).forEach(one -> among(one, entrants));
    spot.in("leaders").each(entrants.size()).forEach(leader -> leads(leader, entrants, placings));
    int blocks = spot.in("blocks").count(0, Integer.MAX_VALUE);
    spot.in("invalid_blocks").count(0, blocks);
    spot.in("generations").count(0, Integer.MAX_VALUE);
  }

  private static void leads(Spot leader, Set<String> entrants, List<Spot> placings) {
    among(leader, entrants);
    placings.stream()
        .filter(one -> one.in("name").text(100).equals(leader.text(100)))
        .filter(one -> one.maybe("median_ns").isEmpty() || one.maybe("rank").isEmpty())
        .forEach(one -> {
          throw leader.wrong("must have a rank and a median");
        });
  }

  private static void placing(Spot spot, Set<String> entrants, Set<String> placed) {
    among(spot.in("name"), entrants);
    if (!placed.add(spot.in("name").text(100))) {
      throw spot.in("name").wrong("must not be there twice");
    }
    among(spot.in("baseline"), entrants);
    spot.orNull("rank", rank -> rank.count(1, entrants.size()));
    spot.orNull("median_ns", ns -> ns.number() > 0);
    spot.in("rounds").count(0, Integer.MAX_VALUE);
    spot.orNull("reason", reason -> reason.text(4_000));
    compared(spot, "effect", spot.in("verdict").word(AssessmentReader::verdict));
    Verdict versus =
        spot.orNull("versus_leader_verdict", one -> one.word(AssessmentReader::verdict));
    compared(spot, "versus_leader", versus == null ? Verdict.NONE : versus);
    if (spot.maybe("rank").isPresent() && spot.maybe("median_ns").isEmpty()) {
      throw spot.in("rank").wrong("must be null without a median");
    }
  }

  private static Verdict verdict(String word) {
    return Verdict.valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** A verdict that compares has an effect, whose estimate lies in its interval. */
  private static void compared(Spot spot, String name, Verdict verdict) {
    boolean compares = verdict != Verdict.NONE && verdict != Verdict.BASELINE;
    Spot effect = spot.maybe(name).orElse(null);
    if (effect == null) {
      if (compares) {
        throw spot.in(name).wrong("must be there, since there is a verdict");
      }
      return;
    }
    double theta = effect.in("theta").number();
    if (Math.abs(theta) > 100) {
      throw effect.in("theta").wrong("must be -100 to 100");
    }
    effect.in("generations").count(0, Integer.MAX_VALUE);
    effect.in("pairs").count(0, Integer.MAX_VALUE);
    if (end(effect.in("low")) > theta || end(effect.in("high")) < theta) {
      throw effect.wrong("must have its estimate between low and high");
    }
  }

  /** An end of an interval, which has none with few pairs. */
  private static double end(Spot spot) {
    if (!spot.node().isString()) {
      return spot.number();
    }
    return switch (spot.text(20)) {
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> throw spot.wrong("must be a number, Infinity or -Infinity");
    };
  }

  private static void among(Spot spot, Set<String> entrants) {
    if (!entrants.contains(spot.text(100))) {
      throw spot.wrong("must be one of the entrants");
    }
  }
}
