package racecard.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import racecard.run.FieldError;
import racecard.web.http.Desk;
import racecard.web.http.Refusal;

/**
 * A request to measure more.
 *
 * @param add how many generations
 * @param cell of which cell
 */
record Further(int add, int cell) {
  private static final Set<String> KNOWN = Set.of("add", "cell");

  /** Reads it for a run of {@code cells}; only where there is one may it be left unsaid. */
  static Further of(Map<String, Object> request, int cells) {
    List<FieldError> errors = new ArrayList<>();
    int add = within(request.get("add"), 1, Desk.MAX_GENERATIONS, "add", errors);
    @Nullable Object named =
        cells == 1 && !request.containsKey("cell") ? Integer.valueOf(0) : request.get("cell");
    int cell = within(named, 0, cells - 1, "cell", errors);
    request.keySet().stream()
        .filter(name -> !KNOWN.contains(name))
        .forEach(name ->
            errors.add(new FieldError(name, "is not a field here; known are add and cell")));
    if (!errors.isEmpty()) {
      throw Refusal.wrongFields(errors);
    }
    return new Further(add, cell);
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
