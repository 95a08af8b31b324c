package racecard.web.page.form;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import racecard.catalog.Workload;
import racecard.run.FieldError;
import racecard.run.RequestCheck;
import racecard.view.form.NumberField;
import racecard.view.form.TextField;
import racecard.web.http.Form;

/**
 * The controls of one form, with what is typed in them and what is wrong with it.
 *
 * @param form what is typed
 * @param errors under the names of the form's fields
 */
record Fields(Form form, List<FieldError> errors) {
  private static final int LABEL_CHARACTERS = 120;
  private static final int LEVELS_CHARACTERS = 120;
  private static final int TAGS_CHARACTERS = 320;
  private static final int NOTE_CHARACTERS = 4_000;
  private static final int URLS_CHARACTERS = 200_000;

  /** What is wrong with a field, all of it; null when nothing is. */
  @Nullable String error(String field) {
    String wrong =
        errors.stream()
            .filter(error -> error.field().equals(field))
            .map(FieldError::message)
            .distinct()
            .collect(Collectors.joining("; "));
    return wrong.isEmpty() ? null : wrong;
  }

  /** What is wrong with none of {@code shown}, in sentences. */
  List<String> elsewhere(Stream<String> shown) {
    List<String> fields = shown.toList();
    return errors.stream()
        .filter(error -> !fields.contains(error.field()))
        .map(error -> "%s %s.".formatted(error.field(), error.message()))
        .toList();
  }

  List<NumberField> parameters(Workload workload) {
    return workload.parameters().stream()
        .map(p ->
            number(
                FieldNames.parameter(workload, p.name()),
                p.label(),
                p.unit(),
                p.min(),
                p.max(),
                ""))
        .toList();
  }

  TextField urls() {
    String name = FieldNames.parameter(Workload.FETCH, FieldNames.URLS);
    return text(
        name,
        "your own URLs",
        URLS_CHARACTERS,
        4,
        "one a line, http:// only; empty: the local origin at the delay above");
  }

  NumberField tasks() {
    return number(FieldNames.TASKS, "tasks", "", 1, RequestCheck.MAX_TASKS, "per round");
  }

  NumberField inFlight() {
    return number(
        FieldNames.IN_FLIGHT,
        "at most in flight",
        "",
        1,
        RequestCheck.MAX_TASKS,
        "empty: all of them");
  }

  List<TextField> levels() {
    return List.of(
        levels(FieldNames.LEVELS_IN_FLIGHT, "levels of in flight", "as 1, 2, 4, 8"),
        levels(FieldNames.LEVELS_TASKS, "levels of tasks", "instead of levels of in flight"),
        levels(FieldNames.LEVELS_CPU_PERCENT, "CPU shares, in %", "for mixed, with in flight"));
  }

  private TextField levels(String name, String label, String hint) {
    return text(name, label, LEVELS_CHARACTERS, 1, hint);
  }

  NumberField budget() {
    return number(FieldNames.BUDGET, "time budget", "s", 10, 3_600, "empty: 120 s, careful 600 s");
  }

  NumberField seed() {
    return number(
        FieldNames.SEED,
        "seed of the order of rounds",
        "",
        0,
        RequestCheck.MAX_SEED,
        "empty: drawn");
  }

  TextField label() {
    return text(FieldNames.LABEL, "label", LABEL_CHARACTERS, 1, "what you call it");
  }

  TextField tags() {
    return text(FieldNames.TAGS, "tags", TAGS_CHARACTERS, 1, "separated by spaces or commas");
  }

  TextField note() {
    return text(FieldNames.NOTE, "note", NOTE_CHARACTERS, 4, "");
  }

  private NumberField number(
      String name, String label, String unit, long min, long max, String hint) {
    return new NumberField(name, label, unit, form.text(name), min, max, hint, error(name));
  }

  private TextField text(String name, String label, int characters, int lines, String hint) {
    return new TextField(name, label, form.text(name), characters, lines, hint, error(name));
  }
}
