package racecard.report;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import racecard.catalog.ContenderName;
import racecard.catalog.Levels;
import racecard.run.Run;
import racecard.statistics.Placing;
import racecard.statistics.Scaling;
import racecard.statistics.Verdict;

/** Says in one sentence how far the best contender scales, and which level is enough. */
record ScalingAnswer(Run run, List<CellResult> cells, List<Sweep.Line> lines) {

  /** Empty before two levels are measured. */
  Optional<Answer> answer() {
    List<String> runtimes =
        lines.stream().map(line -> runtime(line.contender())).distinct().toList();
    if (runtimes.size() < 2 || run.plan().baseline() != null) {
      return best(lines).map(line -> of(line, Names.of(run.contenders())));
    }
    return runtimes.stream()
        .flatMap(runtime ->
            best(of(runtime)).map(line -> of(line, new Names(false)).on(runtime)).stream())
        .reduce(Answer::then);
  }

  private List<Sweep.Line> of(String runtime) {
    return lines.stream().filter(line -> runtime(line.contender()).equals(runtime)).toList();
  }

  private static Optional<Sweep.Line> best(List<Sweep.Line> lines) {
    return lines.stream()
        .filter(line -> line.scaling() != null)
        .max(Comparator.comparingDouble(line -> most(scaling(line))));
  }

  private static double most(Scaling scaling) {
    return scaling.perSecond(scaling.best());
  }

  private Answer of(Sweep.Line line, Names names) {
    Scaling scaling = scaling(line);
    boolean many = Names.verb(line.contender()).equals("are");
    String subject = names.subject(line.contender());
    return new Answer(
        line.contender(),
        subject,
        sentence(scaling, many) + company(line.contender(), scaling.recommended(), names),
        "%s %s".formatted(subject, brief(scaling, many)),
        false);
  }

  private String sentence(Scaling scaling, boolean many) {
    String there = unit(scaling.recommended());
    String rate = rate(scaling, scaling.recommended());
    if (scaling.open()) {
      return "%s to the largest level measured, %s: %s, %s times as many as at %s. More may bring more."
          .formatted(
              many ? "scale" : "scales",
              there,
              rate,
              Figures.ratio(scaling.perSecond(scaling.recommended()) / first(scaling)),
              unit(lowest(scaling)));
    }
    String most = run.levels().tasks().isEmpty() ? "Recommended: %s.".formatted(there) : "";
    if (scaling.recommended() == lowest(scaling)) {
      return "%s nothing from more than %s: %s there%s. %s"
          .formatted(many ? "gain" : "gains", there, rate, lose(scaling), most)
          .strip();
    }
    String then = scaling.falls() ? "then " + (many ? "lose" : "loses") : "then no further";
    return "%s to %s, %s: %s there%s. %s"
        .formatted(many ? "scale" : "scales", there, then, rate, lose(scaling), most)
        .strip();
  }

  private String lose(Scaling scaling) {
    int largest = scaling.points().getLast().level();
    if (scaling.falls()) {
      return ", %s at %s".formatted(rate(scaling, largest), unit(largest));
    }
    return scaling.best() == scaling.recommended()
        ? ""
        : ", within %s of the best, at %s"
            .formatted(Figures.margin(run.plan().marginPercent()), unit(scaling.best()));
  }

  private String brief(Scaling scaling, boolean many) {
    if (!scaling.open() && scaling.recommended() == lowest(scaling)) {
      return "%s nothing beyond %s".formatted(many ? "gain" : "gains", unit(scaling.recommended()));
    }
    return "%s to %s".formatted(many ? "scale" : "scales", unit(scaling.recommended()));
  }

  /** Who does as well there. */
  private String company(String contender, int level, Names names) {
    List<String> tied =
        cells.stream()
            .filter(cell -> run.levels().level(cell.plan()) == level)
            .flatMap(cell -> cell.compared().stream())
            .filter(one -> leadsOrTies(one, contender))
            .flatMap(one -> one.assessment().comparison().ranking().stream())
            .filter(placing -> leads(placing) || ties(placing))
            .map(Placing::name)
            .filter(name -> !name.equals(contender))
            .toList();
    return tied.isEmpty() ? "" : " Tied there: %s.".formatted(names.list(tied));
  }

  private static boolean leadsOrTies(Compared one, String contender) {
    return one.assessment()
        .comparison()
        .placing(contender)
        .filter(placing -> contender.equals(one.leader()) || ties(placing))
        .isPresent();
  }

  private static boolean leads(Placing placing) {
    return placing.versusLeader() == null && Objects.equals(placing.rank(), 1);
  }

  private static boolean ties(Placing placing) {
    return placing.versusLeaderVerdict() == Verdict.TIED;
  }

  private static String rate(Scaling scaling, int level) {
    return Figures.digits(scaling.perSecond(level)) + " tasks a second";
  }

  private String unit(int level) {
    Levels levels = run.levels();
    return levels.unit(level);
  }

  private static int lowest(Scaling scaling) {
    return scaling.points().getFirst().level();
  }

  private static double first(Scaling scaling) {
    return scaling.points().getFirst().perSecond();
  }

  private static Scaling scaling(Sweep.Line line) {
    return Objects.requireNonNull(line.scaling());
  }

  private static String runtime(String contender) {
    return ContenderName.parse(contender).runtime();
  }
}
