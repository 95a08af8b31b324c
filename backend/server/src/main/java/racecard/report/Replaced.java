package racecard.report;

import java.util.List;
import racecard.catalog.ContenderName;
import racecard.catalog.Plan;
import racecard.statistics.Assessment;
import racecard.statistics.Entrant;

/** A baseline that could not be measured, and the one that took its place. */
record Replaced(String missing, String instead) {
  /** The replaced baselines, at most one for each runtime. */
  static List<Replaced> all(Plan plan, Assessment assessment) {
    return assessment.entrants().stream()
        .filter(entrant -> !wanted(plan, entrant).equals(entrant.baseline()))
        .map(entrant -> new Replaced(wanted(plan, entrant), entrant.baseline()))
        .distinct()
        .toList();
  }

  String sentence(Names names) {
    return " %s was not measured, so the others are divided by %s."
        .formatted(capital(names.reference(missing)), names.label(instead));
  }

  private static String wanted(Plan plan, Entrant entrant) {
    return plan.baselineOf(ContenderName.parse(entrant.name())).toString();
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
