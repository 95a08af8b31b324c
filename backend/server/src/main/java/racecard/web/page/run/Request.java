package racecard.web.page.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import racecard.catalog.ContenderName;
import racecard.catalog.Parameters;
import racecard.catalog.Plan;
import racecard.run.Run;
import racecard.view.Hidden;

/** The request that a run was made by, as the API and as the form take it. */
final class Request {
  private Request() {}

  /** The API's object. */
  static SequencedMap<String, Object> json(Run run, Plan plan) {
    SequencedMap<String, Object> request = new LinkedHashMap<>();
    request.put("workload", plan.workload().id());
    request.put("params", params(plan.parameters()));
    request.put("tasks", plan.tasks());
    request.put("in_flight", plan.inFlight());
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

  /** The form's fields; without the seed, so that the order is drawn anew. */
  static List<Hidden> form(Run run, Plan plan) {
    List<Hidden> fields = new ArrayList<>();
    String workload = plan.workload().id();
    fields.add(new Hidden("workload", workload));
    plan.parameters()
        .numbers()
        .forEach(
            (name, number) -> fields.add(new Hidden(workload + "." + name, Long.toString(number))));
    if (!plan.parameters().urls().isEmpty()) {
      fields.add(new Hidden("fetch.urls", String.join("\n", plan.parameters().urls())));
    }
    contenders(plan).forEach(name -> fields.add(new Hidden("contenders", name)));
    fields.add(new Hidden("baseline", plan.baseline() == null ? "" : plan.baseline().toString()));
    fields.add(new Hidden("tasks", Integer.toString(plan.tasks())));
    fields.add(new Hidden("in_flight", Integer.toString(plan.inFlight())));
    fields.add(new Hidden("precision", plan.precision().id()));
    fields.add(new Hidden("margin_percent", Integer.toString(plan.marginPercent())));
    fields.add(new Hidden("budget_s", Integer.toString(plan.budgetS())));
    fields.add(new Hidden("label", run.label()));
    fields.add(new Hidden("tags", String.join(",", run.tags())));
    fields.add(new Hidden("note", run.note()));
    // Whoever asked for it once has seen its doubts.
    fields.add(new Hidden("anyway", "yes"));
    return fields;
  }

  private static SequencedMap<String, Object> params(Parameters parameters) {
    SequencedMap<String, Object> params = new LinkedHashMap<>(parameters.numbers());
    if (!parameters.urls().isEmpty()) {
      params.put("urls", parameters.urls());
    }
    return params;
  }

  private static List<String> contenders(Plan plan) {
    return plan.contenders().stream().map(ContenderName::toString).toList();
  }
}
