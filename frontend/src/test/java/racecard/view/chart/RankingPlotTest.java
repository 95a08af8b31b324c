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
        false);
  }

  private static Ranking.Row row(double medianNs, boolean tied) {
    return row(new Contender("jvm/threads", "threads"), medianNs, tied);
  }

  private static Ranking.Row row(Contender contender, double medianNs, boolean tied) {
    return new Ranking.Row(
        "1", contender, medianNs, medianNs * 0.9, medianNs * 1.1, "", "", "", "", tied);
  }

  private static Stream<Tie> ties(boolean... tied) {
    return RankingPlot.of(ranking(null, tied)).groups().getFirst().rows().stream()
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
    assertThat(RankingPlot.of(ranking(null, false, true, true, true)).groups().getFirst().rows())
        .extracting(RankingPlot.Bar::namesTie)
        .containsExactly(false, false, true, false);
  }

  @Test
  void contenders_stand_below_their_runtimes_only_where_each_is_compared_by_itself() {
    Ranking.Row jvm = row(new Contender("jvm/threads", "jvm/threads", "jvm"), 1e9, false);
    Ranking.Row node = row(new Contender("node-20/promises", "node-20/promises", ""), 2e9, false);
    RankingPlot apart = RankingPlot.of(new Ranking(List.of(jvm), List.of(), null, "", 10, false));
    assertThat(apart.byRuntime()).isTrue();
    assertThat(apart.groups().getFirst().runtime()).isEqualTo("jvm");
    assertThat(jvm.contender().below().label()).isEqualTo("threads");
    RankingPlot together =
        RankingPlot.of(new Ranking(List.of(node), List.of(), null, "", 10, false));
    assertThat(together.byRuntime()).isFalse();
    assertThat(node.contender().below().label()).isEqualTo("node-20/promises");
  }

  @Test
  void without_a_tie_nothing_is_named() {
    assertThat(RankingPlot.of(ranking(null, false, false)).groups().getFirst().rows())
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
        RankingPlot.of(ranking(null, false)).groups().getFirst().rows().getFirst();
    assertThat(bar.length()).isEqualTo("90.91%");
    assertThat(bar.whisker()).isEqualTo(new RankingPlot.Whisker("81.82%", "100.00%", "18.18%"));
  }
}
