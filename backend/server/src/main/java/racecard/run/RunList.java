package racecard.run;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Lists of runs, filtered, in order, and in parts that stay put while new runs come in. */
public final class RunList {
  private static final String LIST =
      """
      select <columns>, <state> as state
      from run
      where (cast(:workload as varchar) is null or run.workload = :workload)
        and (cast(:contender as varchar) is null or position(:contender in run.contenders) > 0)
        and (cast(:text as varchar) is null or position(:text in run.search_text) > 0)
        and (cast(:experiment as varchar) is null or run.experiment = :experiment)
        and (cast(:state as varchar) is null or <state> = :state)
        and (cast(:after_id as bigint) is null or <after>)
      order by <order>
      fetch first :limit rows only
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
    List<Run> runs =
        jdbi.withHandle(handle ->
            RunRows.query(handle, LIST)
                .define("after", after(order))
                .define("order", by(order))
                .bind("workload", filter.workload())
                .bind("contender", quoted(filter.contender()))
                .bind("text", lower(filter.text()))
                .bind("experiment", filter.experiment())
                .bind("state", filter.state() == null ? null : filter.state().id())
                .bind("after_id", from == null ? null : from.id())
                .bind("after_key", from == null ? null : from.key())
                .bind("limit", limit + 1)
                .map((row, context) -> RunRows.of(row))
                .list());
    if (runs.size() <= limit) {
      return new RunPage(runs, Optional.empty());
    }
    List<Run> part = runs.subList(0, limit);
    return new RunPage(part, Optional.of(Cursor.of(part.getLast(), order).write()));
  }

  private static String after(RunOrder order) {
    return switch (order) {
      case NEWEST -> "run.id < :after_id";
      case OLDEST -> "run.id > :after_id";
      case LABEL -> "(run.label > :after_key or (run.label = :after_key and run.id < :after_id))";
      case WORKLOAD ->
          "(run.workload > :after_key or (run.workload = :after_key and run.id < :after_id))";
    };
  }

  private static String by(RunOrder order) {
    return switch (order) {
      case NEWEST -> "run.id desc";
      case OLDEST -> "run.id";
      case LABEL -> "run.label, run.id desc";
      case WORKLOAD -> "run.workload, run.id desc";
    };
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
        return parts.length == 2 ? new Cursor(Long.parseLong(parts[0]), parts[1]) : null;
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
