package racecard.web.page.form;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import racecard.catalog.Catalog;
import racecard.catalog.ContenderName;
import racecard.catalog.Plan;
import racecard.catalog.Precision;
import racecard.catalog.Workload;
import racecard.run.Run;
import racecard.web.http.Form;

/** The form's fields before a person touches them. */
public final class Prefilled {
  private Prefilled() {}

  /** The defaults, changed by the fields that {@code query} names. */
  public static Form of(Catalog catalog, Form query) {
    Form form =
        Form.EMPTY
            .with(FieldNames.WORKLOAD, Workload.POWER.id())
            .with(FieldNames.TASKS, "10")
            .with(FieldNames.PRECISION, Precision.BALANCED.id())
            .with(FieldNames.MARGIN, "5");
    return changed(parameters(form), catalog, query);
  }

  /** What {@code run} asked for, changed by the fields that {@code query} names. */
  static Form of(Run run, Catalog catalog, Form query) {
    return changed(filled(run), catalog, query);
  }

  /** The fields that ask for {@code run} again, as a form posts them. */
  public static Form filled(Run run) {
    Plan plan = run.plan();
    Form form =
        Form.EMPTY
            .with(FieldNames.WORKLOAD, plan.workload().id())
            .with(FieldNames.TASKS, String.valueOf(plan.tasks()))
            .with(FieldNames.IN_FLIGHT, inFlight(plan))
            .with(FieldNames.LEVELS_IN_FLIGHT, joined(run.levels().inFlight()))
            .with(FieldNames.LEVELS_TASKS, joined(run.levels().tasks()))
            .with(FieldNames.LEVELS_CPU_PERCENT, joined(run.levels().cpuPercent()))
            .with(FieldNames.CONTENDERS, originals(plan))
            .with(FieldNames.CONTROL, controlled(plan) ? FieldNames.YES : "")
            .with(FieldNames.BASELINE, plan.baseline() == null ? "" : plan.baseline().toString())
            .with(FieldNames.PRECISION, plan.precision().id())
            .with(FieldNames.MARGIN, String.valueOf(plan.marginPercent()))
            .with(FieldNames.BUDGET, budget(plan))
            .with(FieldNames.LABEL, run.label())
            .with(FieldNames.TAGS, String.join(" ", run.tags()));
    form = parameters(form);
    for (Map.Entry<String, Long> number : plan.parameters().numbers().entrySet()) {
      form =
          form.with(
              FieldNames.parameter(plan.workload(), number.getKey()),
              String.valueOf(number.getValue()));
    }
    String urls = String.join("\n", plan.parameters().urls());
    return form.with(FieldNames.parameter(Workload.FETCH, FieldNames.URLS), urls);
  }

  /** The names of {@link Catalog#sensible}. */
  public static List<String> sensible(Catalog catalog, long inFlight) {
    return catalog.sensible(inFlight).stream().map(ContenderName::toString).toList();
  }

  private static Form changed(Form form, Catalog catalog, Form query) {
    Form changed = form;
    for (Map.Entry<String, List<String>> field : query.values().entrySet()) {
      if (FieldNames.known(field.getKey())) {
        changed = changed.with(field.getKey(), field.getValue());
      }
    }
    return changed.all(FieldNames.CONTENDERS).isEmpty()
        ? changed.with(FieldNames.CONTENDERS, sensible(catalog, inFlight(changed)))
        : changed;
  }

  private static Form parameters(Form form) {
    Form complete = form;
    for (Workload workload : Workload.executed()) {
      for (var parameter : workload.parameters()) {
        complete =
            complete.with(
                FieldNames.parameter(workload, parameter.name()),
                String.valueOf(parameter.defaultValue()));
      }
    }
    return complete;
  }

  private static String joined(List<Integer> levels) {
    return levels.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private static long inFlight(Form form) {
    String text =
        form.has(FieldNames.IN_FLIGHT)
            ? form.text(FieldNames.IN_FLIGHT)
            : form.text(FieldNames.TASKS);
    return text.matches("[0-9]{1,9}") ? Long.parseLong(text) : 1;
  }

  private static String inFlight(Plan plan) {
    return plan.inFlight() == plan.tasks() ? "" : String.valueOf(plan.inFlight());
  }

  private static String budget(Plan plan) {
    return plan.budgetS() == plan.precision().defaultBudgetS()
        ? ""
        : String.valueOf(plan.budgetS());
  }

  private static List<String> originals(Plan plan) {
    return plan.contenders().stream()
        .filter(name -> !name.control())
        .map(ContenderName::toString)
        .toList();
  }

  private static boolean controlled(Plan plan) {
    return plan.contenders().stream().anyMatch(ContenderName::control);
  }
}
