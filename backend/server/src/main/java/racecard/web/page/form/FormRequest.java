package racecard.web.page.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import racecard.catalog.ContenderName;
import racecard.catalog.Parameter;
import racecard.catalog.Workload;
import racecard.web.http.Form;

/** A filled form as the request that the API would take, so that one check serves both. */
final class FormRequest {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");
  private static final Pattern BETWEEN_TAGS = Pattern.compile("[,\\s]+");

  private final Form form;
  private final Map<String, Object> request = new LinkedHashMap<>();

  private FormRequest(Form form) {
    this.form = form;
  }

  static Map<String, Object> of(Form form) {
    return new FormRequest(form).read();
  }

  private Map<String, Object> read() {
    request.put("workload", form.text(FieldNames.WORKLOAD));
    Workload.find(form.text(FieldNames.WORKLOAD)).ifPresent(w -> request.put("params", params(w)));
    Map<String, Object> levels = levels();
    if (!levels.isEmpty()) {
      request.put(FieldNames.LEVELS, levels);
    }
    // What varies has no one value, whatever stands in its field.
    for (String name : List.of(FieldNames.TASKS, FieldNames.IN_FLIGHT)) {
      if (!levels.containsKey(name)) {
        number(name, name, request);
      }
    }
    request.put("contenders", contenders());
    text(FieldNames.BASELINE);
    text(FieldNames.PRECISION);
    for (String name : List.of(FieldNames.MARGIN, FieldNames.BUDGET, FieldNames.SEED)) {
      number(name, name, request);
    }
    text(FieldNames.LABEL);
    request.put("tags", split(FieldNames.TAGS, BETWEEN_TAGS));
    text(FieldNames.NOTE);
    return request;
  }

  private Map<String, Object> params(Workload workload) {
    Map<String, Object> params = new LinkedHashMap<>();
    for (Parameter parameter : workload.parameters()) {
      if (form.has(FieldNames.LEVELS + "." + parameter.name())) {
        continue;
      }
      number(FieldNames.parameter(workload, parameter.name()), parameter.name(), params);
    }
    String urls = FieldNames.parameter(workload, FieldNames.URLS);
    if (workload == Workload.FETCH && form.has(urls)) {
      params.put("urls", split(urls, Pattern.compile("\\s+")));
    }
    return params;
  }

  private Map<String, Object> levels() {
    Map<String, Object> levels = new LinkedHashMap<>();
    for (String field :
        List.of(
            FieldNames.LEVELS_CPU_PERCENT, FieldNames.LEVELS_IN_FLIGHT, FieldNames.LEVELS_TASKS)) {
      if (form.has(field)) {
        levels.put(
            field.substring(FieldNames.LEVELS.length() + 1),
            split(field, BETWEEN_TAGS).stream().map(FormRequest::number).toList());
      }
    }
    return levels;
  }

  /** The number that a text is, else the text: the check says what is wrong with it. */
  private static Object number(String text) {
    return NUMBER.matcher(text).matches() ? (Object) Long.valueOf(text) : text;
  }

  private List<String> contenders() {
    List<String> ticked = new ArrayList<>(form.all(FieldNames.CONTENDERS));
    if (form.text(FieldNames.CONTROL).equals(FieldNames.YES) && !ticked.isEmpty()) {
      String baseline = baseline(ticked);
      if (!ticked.contains(baseline)) {
        ticked.addFirst(baseline);
      }
      ticked.add(baseline + "#2");
    }
    return ticked.stream().distinct().toList();
  }

  private String baseline(List<String> ticked) {
    if (form.has(FieldNames.BASELINE)) {
      return form.text(FieldNames.BASELINE);
    }
    return ContenderName.find(ticked.getFirst())
        .map(name -> name.sequential().toString())
        .orElseGet(ticked::getFirst);
  }

  private void number(String field, String name, Map<String, Object> into) {
    String text = form.text(field).strip();
    if (!text.isEmpty()) {
      into.put(name, number(text));
    }
  }

  private void text(String name) {
    if (form.has(name)) {
      request.put(name, form.text(name).replace("\r\n", "\n"));
    }
  }

  private List<String> split(String name, Pattern between) {
    return Arrays.stream(between.split(form.text(name).strip()))
        .filter(part -> !part.isEmpty())
        .toList();
  }
}
