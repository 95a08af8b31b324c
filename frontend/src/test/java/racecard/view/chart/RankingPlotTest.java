package racecard.view.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import racecard.view.Contender;
import racecard.view.chart.RankingPlot.Tie;

final class RankingPlotTest {
  private static Ranking ranking(@Nullable Double limit, boolean... tied) {
    List<Ranking.Row> rows =
        IntStream.range(0, tied.length).mapToObj(i -> row((i + 1) * 1e9, tied[i])).toList();
    return new Ranking(
        rows,
        List.of(),
        limit == null ? null : new Ranking.Limit(limit, "limit"),
        "tied: within 5 %",
        10,
        false,
        false);
  }

  private static Ranking.Row row(double medianNs, boolean tied) {
    Contender contender = new Contender("jvm/threads", "threads");
    return new Ranking.Row(
        "1", contender, medianNs, medianNs * 0.9, medianNs * 1.1, "", "", "", "", tied);
  }

  private static Stream<Tie> ties(boolean... tied) {
    return RankingPlot.of(ranking(null, tied)).groups().getFirst().bars().stream()
        .map(RankingPlot.Bar::tie);
  }

  @Test
  void the_bracket_spans_what_is_tied() {
    assertThat(ties(true, true, true, false))
        .containsExactly(Tie.FIRST, Tie.WITHIN, Tie.LAST, Tie.NONE);
  }

  @Test
  void the_bracket_is_interrupted_by_what_is_not_tied() {
    assertThat(ties(true, false, true)).containsExactly(Tie.ALONE, Tie.NONE, Tie.ALONE);
  }

  @Test
  void the_middle_of_the_bracket_names_it_once() {
    assertThat(RankingPlot.of(ranking(null, false, true, true, true)).groups().getFirst().bars())
        .extracting(RankingPlot.Bar::namesTie)
        .containsExactly(false, false, true, false);
  }

  @Test
  void without_a_tie_nothing_is_named() {
    assertThat(RankingPlot.of(ranking(null, false, false)).groups().getFirst().bars())
        .noneMatch(RankingPlot.Bar::namesTie);
  }

  @Test
  void the_axis_holds_whiskers_and_limit() {
    RankingPlot plot = RankingPlot.of(ranking(7.0e9, false, false));
    assertThat(plot.axis().toNs()).isGreaterThanOrEqualTo(7e9);
    assertThat(plot.limitAt()).isEqualTo("100.00%");
    assertThat(plot.limitTextBefore()).isTrue();
  }

  @Test
  void bars_and_whiskers_are_on_the_same_scale() {
    RankingPlot.Bar bar =
        RankingPlot.of(ranking(null, false)).groups().getFirst().bars().getFirst();
    assertThat(bar.length()).isEqualTo("90.91%");
    assertThat(bar.whisker()).isEqualTo(new RankingPlot.Whisker("81.82%", "100.00%", "18.18%"));
  }
}
