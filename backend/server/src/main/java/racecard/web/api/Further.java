package racecard.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import racecard.catalog.ContenderName;
import racecard.run.FieldError;
import racecard.run.Run;
import racecard.web.http.Alone;
import racecard.web.http.Desk;
import racecard.web.http.Refusal;

/**
 * A request to measure more, or to profile.
 *
 * @param add how many generations; 0 to profile
 * @param cell of which cell
 * @param alone of which contenders; empty for all
 */
record Further(int add, int cell, List<ContenderName> alone) {
  private static final List<String> KNOWN = List.of("add", "cell", "contenders");

  /** Reads it for {@code run}; only where that has one cell may the cell be left unsaid. */
  static Further of(Map<String, Object> request, Run run) {
    List<FieldError> errors = new ArrayList<>();
    int add = within(request.get("add"), 1, Desk.MAX_GENERATIONS, "add", errors);
    return of(add, KNOWN, request, run, errors);
  }

  /** Reads which contenders of which cell of {@code run} are to be profiled, in the same way. */
  static Further profile(Map<String, Object> request, Run run) {
    return of(0, KNOWN.subList(1, KNOWN.size()), request, run, new ArrayList<>());
  }

  private static Further of(
      int add, List<String> known, Map<String, Object> request, Run run, List<FieldError> errors) {
    int cells = run.levels().count();
    @Nullable Object named =
        cells == 1 && !request.containsKey("cell") ? Integer.valueOf(0) : request.get("cell");
    int cell = within(named, 0, cells - 1, "cell", errors);
    request.keySet().stream()
        .filter(name -> !known.contains(name))
        .forEach(name ->
            errors.add(
                new FieldError(
                    name, "is not a field here; known are " + String.join(", ", known))));
    List<ContenderName> alone = Alone.of(texts(request.get("contenders"), errors), run, errors);
    if (!errors.isEmpty()) {
      throw Refusal.wrongFields(errors);
    }
    return new Further(add, cell, alone);
  }

  private static List<String> texts(@Nullable Object value, List<FieldError> errors) {
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> all
        && !all.isEmpty()
        && all.stream().allMatch(String.class::isInstance)) {
      return all.stream().map(String.class::cast).toList();
    }
    errors.add(new FieldError("contenders", "must be a list of names, or left out for all"));
    return List.of();
  }

  private static int within(
      @Nullable Object value, int min, int max, String name, List<FieldError> errors) {
    int number = value instanceof Integer given ? given : -1;
    if (number < min || number > max) {
      errors.add(new FieldError(name, "must be %d to %d".formatted(min, max)));
    }
    return number;
  }
}
