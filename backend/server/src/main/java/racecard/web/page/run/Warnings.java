package racecard.web.page.run;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import racecard.report.Figures;
import racecard.statistics.Assessment;
import racecard.statistics.Flag;
import racecard.view.run.Answer.Warning;
import racecard.web.page.FlagTitles;

/** Flags as warnings that a person can act on. */
final class Warnings {
  private static final int MOST = 4;
  private static final Set<String> SHARES =
      Set.of(
          "foreign_cpu",
          "steal",
          "drift",
          "throttled",
          "core_wait",
          "slowdown",
          "apart",
          "middle_half",
          "quicker",
          "origin_core",
          "origin_late");

  private Warnings() {}

  /** The strongest first. */
  static List<Warning> of(@Nullable Assessment assessment) {
    if (assessment == null) {
      return List.of();
    }
    return sorted(assessment).stream()
        .limit(MOST)
        .map(flag ->
            new Warning(
                capital(FlagTitles.of(flag.kind())), flag.message(), evidence(flag), flag.severe()))
        .toList();
  }

  static List<Flag> sorted(Assessment assessment) {
    return assessment.flags().stream()
        .sorted(Comparator.comparing(Flag::severe).reversed())
        .toList();
  }

  private static String evidence(Flag flag) {
    return flag.evidence().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(e -> e.getKey().replace('_', ' ') + " " + figure(e.getKey(), e.getValue()))
        .collect(Collectors.joining(" · "));
  }

  private static String figure(String name, double number) {
    if (SHARES.contains(name)) {
      return Figures.percent(number);
    }
    return number == Math.rint(number) ? Figures.count((long) number) : Figures.digits(number);
  }

  private static String capital(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
