package racecard.web.page.form;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import racecard.catalog.Workload;
import racecard.run.FieldError;

/** The names of the form's fields, and which of them an error of the API's check is about. */
final class FieldNames {
  static final String WORKLOAD = "workload";
  static final String CONTENDERS = "contenders";
  static final String CONTROL = "control";
  static final String BASELINE = "baseline";
  static final String TASKS = "tasks";
  static final String IN_FLIGHT = "in_flight";
  static final String LEVELS = "levels";
  static final String LEVELS_IN_FLIGHT = "levels.in_flight";
  static final String LEVELS_TASKS = "levels.tasks";
  static final String LEVELS_CPU_PERCENT = "levels.cpu_percent";
  static final String PRECISION = "precision";
  static final String MARGIN = "margin_percent";
  static final String BUDGET = "budget_s";
  static final String SEED = "seed";
  static final String LABEL = "label";
  static final String TAGS = "tags";
  static final String NOTE = "note";
  static final String URLS = "urls";
  static final String ANYWAY = "anyway";
  static final String YES = "yes";

  private static final Set<String> ALL =
      Stream.concat(
              Stream.of(
                  WORKLOAD,
                  CONTENDERS,
                  CONTROL,
                  BASELINE,
                  TASKS,
                  IN_FLIGHT,
                  LEVELS_IN_FLIGHT,
                  LEVELS_TASKS,
                  LEVELS_CPU_PERCENT,
                  PRECISION,
                  MARGIN,
                  BUDGET,
                  SEED,
                  LABEL,
                  TAGS,
                  NOTE,
                  parameter(Workload.FETCH, URLS)),
              Workload.executed().stream()
                  .flatMap(w -> w.parameters().stream().map(p -> parameter(w, p.name()))))
          .collect(Collectors.toUnmodifiableSet());

  private FieldNames() {}

  /** Whether a person fills the field in, so that an address may prefill it. */
  static boolean known(String field) {
    return ALL.contains(field);
  }

  /** Every such field. */
  static Stream<String> all() {
    return ALL.stream();
  }

  /** The field of a workload's parameter, as {@code power.exponent}. */
  static String parameter(Workload workload, String name) {
    return workload.id() + "." + name;
  }

  /** The errors under the names of the form's fields. */
  static List<FieldError> ofForm(List<FieldError> errors, String workload) {
    return errors.stream()
        .map(error -> new FieldError(ofForm(error.field(), workload), error.message()))
        .toList();
  }

  private static String ofForm(String field, String workload) {
    return field.replaceFirst("^params\\.", workload + ".").replaceFirst("\\[[0-9]+]$", "");
  }
}
