package racecard.web.page.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import racecard.catalog.ContenderName;
import racecard.catalog.Levels;
import racecard.catalog.Plan;
import racecard.run.Run;
import racecard.view.Hidden;
import racecard.web.page.form.Prefilled;
import racecard.web.page.form.SubmitKey;

/** The request that a run was made by, as the API and as the form take it. */
final class Request {
  private Request() {}

  /** The API's object; what varies stands among the levels alone. */
  static SequencedMap<String, Object> json(Run run, Plan plan, Levels levels) {
    SequencedMap<String, Object> request = new LinkedHashMap<>();
    request.put("workload", plan.workload().id());
    SequencedMap<String, Object> params = plan.parameters().request();
    params.keySet().removeAll(levels.request().keySet());
    request.put("params", params);
    request.put("tasks", plan.tasks());
    if (levels.tasks().isEmpty() || plan.inFlight() < plan.tasks()) {
      request.put("in_flight", plan.inFlight());
    }
    if (!levels.none()) {
      request.keySet().removeAll(levels.request().keySet());
      request.put("levels", levels.request());
    }
    request.put("contenders", contenders(plan));
    if (plan.baseline() != null) {
      request.put("baseline", plan.baseline().toString());
    }
    request.put("precision", plan.precision().id());
    request.put("margin_percent", plan.marginPercent());
    request.put("budget_s", plan.budgetS());
    request.put("seed", plan.seed());
    request.put("label", run.label());
    request.put("tags", run.tags());
    request.put("note", run.note());
    return request;
  }

  /** The form's fields, pressed once; without the seed, so that the order is drawn anew. */
  static List<Hidden> form(Run run) {
    List<Hidden> fields = new ArrayList<>();
    Prefilled.filled(run)
        .values()
        .forEach((name, values) -> values.forEach(value -> fields.add(new Hidden(name, value))));
    fields.add(new Hidden("note", run.note()));
    // Whoever asked for it once has seen its doubts.
    fields.add(new Hidden("anyway", "yes"));
    fields.add(new Hidden(SubmitKey.FIELD, SubmitKey.make()));
    return fields;
  }

  private static List<String> contenders(Plan plan) {
    return plan.contenders().stream().map(ContenderName::toString).toList();
  }
}
