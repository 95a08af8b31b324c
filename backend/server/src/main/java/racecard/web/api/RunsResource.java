package racecard.web.api;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import racecard.run.FieldError;
import racecard.run.RunFilter;
import racecard.run.RunOrder;
import racecard.run.RunPage;
import racecard.web.http.Address;
import racecard.web.http.Form;
import racecard.web.http.Json;
import racecard.web.http.ListQuery;
import racecard.web.http.Refusal;
import racecard.web.http.Rooms;

/** {@code /api/v1/runs}: the list, newest first, in parts. */
public final class RunsResource {
  private static final Set<String> KNOWN =
      Set.of("workload", "state", "contender", "q", "limit", "after");
  private static final int DEFAULT_LIMIT = 20;
  private static final int MAX_LIMIT = 100;

  private final Rooms rooms;
  private final Address address;

  /** Lists the runs of {@code rooms}, with links under {@code address}. */
  public RunsResource(Rooms rooms, Address address) {
    this.rooms = rooms;
    this.address = address;
  }

  private record Answer(List<RunLineJson> runs, @Nullable String next) {}

  /** A part of the list. */
  public void show(Context ctx) {
    Form query = Form.asked(ctx);
    List<FieldError> errors = new ArrayList<>();
    RunFilter filter = ListQuery.filter(query, errors);
    int limit = limit(query, errors);
    query.values().keySet().stream()
        .filter(name -> !KNOWN.contains(name))
        .forEach(name -> errors.add(new FieldError(name, "is not known here")));
    if (!errors.isEmpty()) {
      throw Refusal.wrongFields(errors);
    }
    String base = address.base(ctx);
    RunPage part = rooms.list().list(filter, RunOrder.NEWEST, limit, query.maybe("after"));
    Json.answer(
        ctx,
        new Answer(
            rooms.reports().summaries(part.runs()).stream()
                .map(line -> RunLineJson.of(line, base))
                .toList(),
            part.next().orElse(null)));
  }

  private static int limit(Form query, List<FieldError> errors) {
    if (!query.has("limit")) {
      return DEFAULT_LIMIT;
    }
    String text = query.text("limit");
    int limit = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    if (limit < 1 || limit > MAX_LIMIT) {
      errors.add(new FieldError("limit", "must be 1 to %d".formatted(MAX_LIMIT)));
    }
    return limit;
  }
}
