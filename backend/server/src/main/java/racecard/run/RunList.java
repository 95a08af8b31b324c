package racecard.run;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import racecard.queue.RunId;

/** Lists of runs, filtered, in order, and in parts that stay put while new runs come in. */
public final class RunList {
  private static final String MATCHING =
      """
      (cast(:workload as varchar) is null or run.workload = :workload)
        and (cast(:contender as varchar) is null or position(:contender in run.contenders) > 0)
        and (cast(:text as varchar) is null or position(:text in run.search_text) > 0)
        and (cast(:experiment as varchar) is null or run.experiment = :experiment)
        and (cast(:state as varchar) is null or <state> = :state)
      """;

  private static final String LIST =
      """
      select <columns>, <state> as state
      from run
      where %s
        and (cast(:from_id as bigint) is null or <beyond>)
      order by <order>
      fetch first :limit rows only
      """
          .formatted(MATCHING);

  private static final String COUNT =
      """
      select count(*)
      from run
      where %s
      """
          .formatted(MATCHING);

  private static final String COUNT_ALL =
      """
      select count(*)
      from run
      """;

  private static final String NUMBERED =
      """
      select <columns>, <state> as state
      from run
      where run.id in (<ids>)
      """;

  private final Jdbi jdbi;

  /** Reads the database behind {@code jdbi}. */
  public RunList(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * At most {@code limit} runs after the place that an earlier part named.
   *
   * @param after {@link RunPage#next} of the part before; null for the first, and a text that is no
   *     such place counts as null
   */
  public RunPage list(RunFilter filter, RunOrder order, int limit, @Nullable String after) {
    Cursor from = Cursor.read(after);
    List<Run> runs = list(filter, Walk.on(order), limit + 1, from);
    List<Run> part = runs.subList(0, Math.min(limit, runs.size()));
    return new RunPage(
        part,
        from == null || part.isEmpty() ? Optional.empty() : at(part.getFirst(), order),
        runs.size() > limit ? at(part.getLast(), order) : Optional.empty());
  }

  /**
   * The {@code limit} runs before the place that a later part named; the first part when fewer are
   * there.
   *
   * @param before {@link RunPage#previous} of the part after
   */
  public RunPage listBefore(RunFilter filter, RunOrder order, int limit, String before) {
    Cursor from = Cursor.read(before);
    List<Run> runs = list(filter, Walk.back(order), limit + 1, from);
    if (from == null || runs.size() <= limit) {
      return list(filter, order, limit, (String) null);
    }
    List<Run> part = runs.subList(0, limit).reversed();
    return new RunPage(part, at(part.getFirst(), order), at(part.getLast(), order));
  }

  /** How many runs the filter lets through. */
  public long count(RunFilter filter) {
    return jdbi.withHandle(handle ->
        filter.equals(RunFilter.ALL)
            ? handle.createQuery(COUNT_ALL).mapTo(long.class).one()
            : matching(RunRows.query(handle, COUNT), filter).mapTo(long.class).one());
  }

  /** The runs with these numbers, by number; those that were deleted are missing. */
  public Map<RunId, Run> numbered(Collection<RunId> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return jdbi.withHandle(handle ->
        RunRows.query(handle, NUMBERED)
            .bindList("ids", ids.stream().map(RunId::number).toList())
            .map((row, context) -> RunRows.of(row))
            .stream()
            .collect(Collectors.toMap(Run::id, run -> run)));
  }

  private List<Run> list(RunFilter filter, Walk walk, int limit, @Nullable Cursor from) {
    return jdbi.withHandle(handle ->
        matching(RunRows.query(handle, LIST), filter)
            .define("beyond", walk.beyond())
            .define("order", walk.by())
            .bind("from_id", from == null ? null : from.id())
            .bind("from_key", from == null ? null : from.key())
            .bind("limit", limit)
            .map((row, context) -> RunRows.of(row))
            .list());
  }

  private static Query matching(Query query, RunFilter filter) {
    return query
        .bind("workload", filter.workload())
        .bind("contender", quoted(filter.contender()))
        .bind("text", lower(filter.text()))
        .bind("experiment", filter.experiment())
        .bind("state", filter.state() == null ? null : filter.state().id());
  }

  private static Optional<String> at(Run run, RunOrder order) {
    return Optional.of(Cursor.of(run, order).write());
  }

  private static @Nullable String quoted(@Nullable String contender) {
    return contender == null ? null : Texts.write(List.of(contender)).replaceAll("^\\[|]$", "");
  }

  private static @Nullable String lower(@Nullable String text) {
    return text == null ? null : text.toLowerCase(Locale.ROOT);
  }

  private record Cursor(long id, String key) {
    static Cursor of(Run last, RunOrder order) {
      return switch (order) {
        case NEWEST, OLDEST -> new Cursor(last.id().number(), "");
        case LABEL -> new Cursor(last.id().number(), last.label());
        case WORKLOAD -> new Cursor(last.id().number(), last.workload());
      };
    }

    static @Nullable Cursor read(@Nullable String text) {
      if (text == null) {
        return null;
      }
      try {
        String[] parts =
            new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(":", 2);
        // PostgreSQL has no text with a zero in it.
        return parts.length == 2 && parts[1].indexOf('\0') < 0
            ? new Cursor(Long.parseLong(parts[0]), parts[1])
            : null;
      } catch (IllegalArgumentException notACursor) {
        return null;
      }
    }

    String write() {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString((id + ":" + key).getBytes(StandardCharsets.UTF_8));
    }
  }
}
