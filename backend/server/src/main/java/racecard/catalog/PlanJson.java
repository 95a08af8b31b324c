package racecard.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A plan as the JSON that the run and job tables keep. */
public final class PlanJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private PlanJson() {}

  /** Writes {@code plan}; {@link #read} gives an equal plan back. */
  public static String write(Plan plan) {
    ObjectNode node = JSON.createObjectNode();
    node.put("workload", plan.workload().id());
    node.set("params", JSON.valueToTree(plan.parameters().numbers()));
    node.set("urls", JSON.valueToTree(plan.parameters().urls()));
    node.put("tasks", plan.tasks());
    node.put("in_flight", plan.inFlight());
    node.set("contenders", JSON.valueToTree(names(plan.contenders())));
    node.put("baseline", plan.baseline() == null ? null : plan.baseline().toString());
    node.put("precision", plan.precision().id());
    node.put("margin_percent", plan.marginPercent());
    node.put("budget_s", plan.budgetS());
    node.put("seed", plan.seed());
    node.set("targets", JSON.valueToTree(plan.targets()));
    if (!plan.alone().isEmpty()) {
      node.set("alone", JSON.valueToTree(names(plan.alone())));
    }
    if (plan.profiles()) {
      node.put("profiles", true);
    }
    return JSON.writeValueAsString(node);
  }

  /** Reads what {@link #write} wrote; throws IllegalArgumentException when it is something else. */
  public static Plan read(String json) {
    JsonNode node = JSON.readTree(json);
    JsonNode baseline = node.required("baseline");
    return new Plan(
        parameters(node),
        node.required("tasks").intValue(),
        node.required("in_flight").intValue(),
        texts(node.required("contenders")).stream().map(ContenderName::parse).toList(),
        baseline.isNull() ? null : ContenderName.parse(baseline.stringValue()),
        Precision.find(node.required("precision").stringValue()).orElseThrow(),
        node.required("margin_percent").intValue(),
        node.required("budget_s").intValue(),
        node.required("seed").longValue(),
        targets(node.required("targets")),
        texts(node.path("alone")).stream().map(ContenderName::parse).toList(),
        node.path("profiles").asBoolean(false));
  }

  private static Parameters parameters(JsonNode node) {
    Map<String, Long> numbers = new LinkedHashMap<>();
    node.required("params")
        .properties()
        .forEach(e -> numbers.put(e.getKey(), e.getValue().longValue()));
    return new Parameters(
        Workload.find(node.required("workload").stringValue()).orElseThrow(),
        new LinkedHashMap<>(numbers),
        texts(node.required("urls")));
  }

  private static List<Target> targets(JsonNode node) {
    List<Target> targets = new ArrayList<>();
    node.forEach(target -> targets.add(JSON.treeToValue(target, Target.class)));
    return targets;
  }

  private static List<String> names(List<ContenderName> contenders) {
    return contenders.stream().map(ContenderName::toString).toList();
  }

  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    node.forEach(text -> texts.add(text.stringValue()));
    return texts;
  }
}
