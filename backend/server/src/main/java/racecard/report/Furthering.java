package racecard.report;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import racecard.statistics.Assessment;
import racecard.statistics.Effect;
import racecard.statistics.Placing;
import racecard.statistics.Verdict;

/** Says what measuring more would take, and what it would tell. */
final class Furthering {
  private static final int FEWEST = 3;
  private static final int MOST = 12;
  private static final double NS_PER_S = 1e9;

  private Furthering() {}

  static @Nullable Further of(Stored stored, List<Compared> compared) {
    Assessment assessment = stored.assessment();
    if (assessment == null || assessment.comparison().generations() == 0) {
      return null;
    }
    List<Placing> unclear =
        compared.stream()
            .flatMap(one -> one.assessment().comparison().ranking().stream())
            .filter(Furthering::unclear)
            .toList();
    List<String> alone = compared.stream().flatMap(Furthering::open).toList();
    Long needed = More.seconds(effects(unclear), alone, assessment);
    if (unclear.isEmpty() || needed == null) {
      double each = eachS(assessment, assessment.spentNs());
      return new Further(
          FEWEST,
          List.of(),
          "%d further generations take about %s"
              .formatted(FEWEST, Figures.span(Math.round(FEWEST * each))));
    }
    double each = eachS(assessment, assessment.spentNs(alone));
    int generations = Math.clamp((long) Math.ceil(needed / each), FEWEST, MOST);
    return new Further(
        generations,
        alone,
        "about %s more would tell %s apart from %s%s"
            .formatted(
                Figures.span(needed),
                stored.names().list(unclear.stream().map(Placing::name).toList()),
                leaders(stored, compared),
                part(needed, each)));
  }

  private static double eachS(Assessment assessment, long spentNs) {
    return (double) spentNs / assessment.comparison().generations() / NS_PER_S;
  }

  /** The leader and who is not told apart from it; nobody where all are. */
  private static Stream<String> open(Compared one) {
    List<Placing> ranking = one.assessment().comparison().ranking();
    return ranking.stream().noneMatch(Furthering::unclear)
        ? Stream.empty()
        : ranking.stream()
            .filter(placing -> unclear(placing) || placing.name().equals(one.leader()))
            .map(Placing::name);
  }

  private static boolean unclear(Placing placing) {
    return placing.versusLeaderVerdict() == Verdict.UNDECIDED;
  }

  /** Says so where one press measures less than what it needs. */
  private static String part(long neededS, double each) {
    return neededS > MOST * each
        ? "; one press adds %d generations, about %s"
            .formatted(MOST, Figures.span(Math.round(MOST * each)))
        : "";
  }

  private static String leaders(Stored stored, List<Compared> compared) {
    List<String> leaders =
        compared.stream().map(Compared::leader).filter(Objects::nonNull).toList();
    return leaders.size() == 1 ? stored.names().label(leaders.getFirst()) : "their leaders";
  }

  private static List<Effect> effects(List<Placing> unclear) {
    return unclear.stream().map(placing -> Objects.requireNonNull(placing.versusLeader())).toList();
  }
}
