package racecard.view.chart;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of a ranking are drawn: bars from zero, whiskers, the limit, the bracket around
 * what is tied.
 *
 * @param limitAt the place of the limit; null when it is not known
 */
public record RankingPlot(Axis axis, @Nullable String limitAt, List<ByRuntime<Bar>> groups) {

  /**
   * One bar.
   *
   * @param whisker null without an interval
   * @param tie its part of the bracket
   * @param namesTie whether the meaning of the bracket stands beside it
   */
  public record Bar(
      Ranking.Row row, String length, @Nullable Whisker whisker, Tie tie, boolean namesTie) {}

  /** The interval of a bar. */
  public record Whisker(String low, String high, String length) {}

  /** A row's part of the bracket. */
  public enum Tie {
    /** Not tied. */
    NONE,
    /** Tied with nobody beside it in the list. */
    ALONE,
    FIRST,
    WITHIN,
    LAST;

    /** The word in class names. */
    public String id() {
      return "tie-" + name().toLowerCase(Locale.ROOT);
    }
  }

  /** Lays out {@code ranking}. */
  public static RankingPlot of(Ranking ranking) {
    Ranking.Limit limit = ranking.limit();
    Axis axis = Axis.fromZero(longest(ranking.rows(), limit));
    return new RankingPlot(
        axis,
        limit == null ? null : axis.at(limit.ns()),
        ByRuntime.of(ranking.rows(), Ranking.Row::contender).stream()
            .map(part -> part.map(rows -> bars(rows, axis)))
            .toList());
  }

  private static List<Bar> bars(List<Ranking.Row> rows, Axis axis) {
    int named = namesTie(rows);
    return IntStream.range(0, rows.size()).mapToObj(i -> bar(rows, i, axis, i == named)).toList();
  }

  /** Whether each runtime is compared by itself. */
  public boolean byRuntime() {
    return groups.stream().anyMatch(group -> !group.runtime().isEmpty());
  }

  /** Whether the limit's text has more room at the left of its line. */
  public boolean limitTextBefore() {
    return limitAt != null && Double.parseDouble(limitAt.replace("%", "")) > 60;
  }

  private static double longest(List<Ranking.Row> rows, Ranking.@Nullable Limit limit) {
    return rows.stream()
        .flatMap(row -> Stream.of(row.medianNs(), Objects.requireNonNullElse(row.highNs(), 0.0)))
        .reduce(limit == null ? 0 : limit.ns(), Math::max);
  }

  private static Bar bar(List<Ranking.Row> rows, int i, Axis axis, boolean namesTie) {
    Ranking.Row row = rows.get(i);
    return new Bar(row, axis.length(row.medianNs()), whisker(row, axis), tie(rows, i), namesTie);
  }

  private static @Nullable Whisker whisker(Ranking.Row row, Axis axis) {
    Double low = row.lowNs();
    Double high = row.highNs();
    return low == null || high == null
        ? null
        : new Whisker(axis.at(low), axis.at(high), axis.length(high - low));
  }

  private static Tie tie(List<Ranking.Row> rows, int i) {
    if (!rows.get(i).tied()) {
      return Tie.NONE;
    }
    boolean above = tied(rows, i - 1);
    boolean below = tied(rows, i + 1);
    if (above) {
      return below ? Tie.WITHIN : Tie.LAST;
    }
    return below ? Tie.FIRST : Tie.ALONE;
  }

  private static boolean tied(List<Ranking.Row> rows, int i) {
    return i >= 0 && i < rows.size() && rows.get(i).tied();
  }

  /** The middle of the first bracket; -1 when nothing is tied. */
  private static int namesTie(List<Ranking.Row> rows) {
    int first = 0;
    while (first < rows.size() && !rows.get(first).tied()) {
      first++;
    }
    int end = first;
    while (tied(rows, end)) {
      end++;
    }
    return end == first ? -1 : (first + end - 1) / 2;
  }
}
