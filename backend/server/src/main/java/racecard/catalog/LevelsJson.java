package racecard.catalog;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Levels as the JSON that the run table keeps. */
public final class LevelsJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private LevelsJson() {}

  /** Writes {@code levels}; null where nothing varies. */
  public static @Nullable String write(Levels levels) {
    return levels.none() ? null : JSON.writeValueAsString(levels.request());
  }

  /** Reads what {@link #write} wrote. */
  public static Levels read(@Nullable String json) {
    if (json == null) {
      return Levels.NONE;
    }
    JsonNode node = JSON.readTree(json);
    return new Levels(
        numbers(node.path("in_flight")),
        numbers(node.path("tasks")),
        numbers(node.path("cpu_percent")));
  }

  private static List<Integer> numbers(JsonNode node) {
    List<Integer> numbers = new ArrayList<>();
    node.forEach(number -> numbers.add(number.intValue()));
    return numbers;
  }
}
