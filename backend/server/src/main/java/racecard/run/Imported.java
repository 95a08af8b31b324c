package racecard.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a run was measured that was not measured here, and how it came.
 *
 * @param tool what measured it: {@code racecard}, {@code jmh}, {@code pyperf} or {@code hyperfine}
 * @param version of the tool; empty when its file does not say
 * @param id its public id where it was measured; empty when it had none
 * @param url its address there; empty when unknown
 * @param by who brought it: {@code api} or {@code form}
 * @param at when
 */
public record Imported(String tool, String version, String id, String url, String by, Instant at) {
  /** What Racecard's own files name as their tool. */
  public static final String RACECARD = "racecard";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static @Nullable Imported read(@Nullable String json) {
    return json == null ? null : JSON.readValue(json, Imported.class);
  }

  String json() {
    return JSON.writeValueAsString(this);
  }

  /** Whether another tool measured it, by its own habits. */
  public boolean foreign() {
    return !tool.equals(RACECARD);
  }
}
