package racecard.web.http;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import racecard.catalog.Workload;
import racecard.run.FieldError;
import racecard.run.RunFilter;
import racecard.run.RunState;

/** What the API's list and the history ask for alike: one check for both. */
public final class ListQuery {
  private static final int MAX_CHARACTERS = 200;

  private ListQuery() {}

  /** The restriction that {@code query} asks for; what cannot be is added to {@code errors}. */
  public static RunFilter filter(Form query, List<FieldError> errors) {
    String workload = text(query, "workload", errors);
    if (workload != null && Workload.find(workload).isEmpty()) {
      errors.add(new FieldError("workload", oneOf(Stream.of(Workload.values()).map(Workload::id))));
    }
    Optional<RunState> state = RunState.find(query.text("state"));
    if (query.has("state") && state.isEmpty()) {
      errors.add(new FieldError("state", oneOf(Stream.of(RunState.values()).map(RunState::id))));
    }
    return new RunFilter(
        workload,
        state.orElse(null),
        text(query, "contender", errors),
        text(query, "q", errors),
        null);
  }

  /** The sentence for a text that must be one of {@code names}. */
  public static String oneOf(Stream<String> names) {
    return "must be one of " + names.collect(Collectors.joining(", "));
  }

  private static @Nullable String text(Form query, String name, List<FieldError> errors) {
    String text = query.maybe(name);
    if (text != null
        && (text.length() > MAX_CHARACTERS || text.chars().anyMatch(Character::isISOControl))) {
      errors.add(
          new FieldError(
              name,
              "must be at most %d characters, none of them control characters"
                  .formatted(MAX_CHARACTERS)));
    }
    return text;
  }
}
