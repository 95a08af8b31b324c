package racecard.report;

import static racecard.report.Names.verb;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import racecard.catalog.ContenderName;
import racecard.catalog.Plan;
import racecard.catalog.Workload;
import racecard.run.RunState;
import racecard.statistics.Assessment;
import racecard.statistics.Comparison;
import racecard.statistics.Effect;
import racecard.statistics.Placing;
import racecard.statistics.Verdict;

/** Says in one sentence what an assessment decided. */
final class Answering {
  private static final int MOST_NAMED = 2;

  private final Plan plan;
  private final Comparison comparison;
  private final Names names;
  private final Ending ending;
  private final boolean whole;
  private final String margin;

  /**
   * @param whole whether it is about all of the run
   * @param last whether what holds for the whole run stands at its end
   */
  private Answering(
      Plan plan, RunState state, Assessment assessment, Names names, boolean whole, boolean last) {
    this.plan = plan;
    this.comparison = assessment.comparison();
    this.names = names;
    this.ending = new Ending(plan, state, assessment, names, last);
    this.whole = whole;
    this.margin = Figures.margin(assessment.marginPercent());
  }

  /** An answer for each comparison, in one. */
  static Answer of(Plan plan, RunState state, List<Compared> compared) {
    if (compared.size() == 1) {
      Names names = Names.of(plan.contenders().stream().map(ContenderName::toString).toList());
      return new Answering(plan, state, compared.getFirst().assessment(), names, true, true)
          .answer();
    }
    return compared.stream()
        .map(one -> {
          boolean last = one.equals(compared.getLast());
          return new Answering(plan, state, one.assessment(), new Names(false), false, last)
              .answer()
              .on(one.runtime());
        })
        .reduce(Answer::then)
        .orElseThrow();
  }

  private Answer answer() {
    if (plan.workload() == Workload.FOREIGN) {
      return new Unpaired(comparison, names).answer();
    }
    Placing leader = comparison.placing(String.valueOf(comparison.leader())).orElse(null);
    if (leader == null) {
      return new Answer(null, "", noVerdict() + ending.text(), "No verdict", ending.provisional());
    }
    List<String> rivals = others(leader, placing -> true);
    if (rivals.isEmpty()) {
      return alone(leader);
    }
    if (others(leader, Answering::tiesWithLeader).equals(rivals)) {
      return allTied(leader, rivals);
    }
    return lead(leader);
  }

  private Answer lead(Placing leader) {
    return switch (leader.verdict()) {
      case BASELINE -> nothingFaster(leader, leader.name());
      case TIED -> nothingFaster(leader, leader.baseline());
      case FASTER, SLOWER, SLIGHTLY_SLOWER -> ahead(leader, "");
      case SLIGHTLY_FASTER -> ahead(leader, "slightly faster, ");
      case UNDECIDED -> undecided(leader);
      case NONE -> withoutBaseline(leader);
    };
  }

  private Answer ahead(Placing leader, String how) {
    String times = Figures.ratio(effect(leader).speedUp());
    String sentence =
        "%s %s%s times as fast as %s%s"
            .formatted(
                verb(leader.name()),
                how,
                times,
                names.reference(leader.baseline()),
                company(leader));
    return won(leader, sentence, "%s %s×%s".formatted(subject(leader), times, tiedBriefly(leader)));
  }

  private Answer undecided(Placing leader) {
    Effect effect = effect(leader);
    if (Double.isInfinite(effect.high())) {
      return early(leader, effect);
    }
    String sentence =
        "%s ahead, but not told apart from %s within %s: %s%s"
            .formatted(
                verb(leader.name()),
                names.reference(leader.baseline()),
                margin,
                times(effect),
                ending.moreTime(List.of(effect), List.of(leader.name(), leader.baseline())));
    return won(leader, sentence, "Undecided: %s ahead".formatted(names.label(leader.name())));
  }

  /** Too few rounds for an interval: how large the lead is may be said, that it is one may not. */
  private Answer early(Placing leader, Effect effect) {
    String sentence =
        "%s ahead so far, about %s times as fast as %s; too few rounds yet to be sure"
            .formatted(
                verb(leader.name()),
                Figures.ratio(effect.speedUp()),
                names.reference(leader.baseline()));
    return won(leader, sentence, "%s ahead so far".formatted(subject(leader)));
  }

  private Answer withoutBaseline(Placing leader) {
    String sentence =
        "%s the fastest%s; nothing was measured to divide by"
            .formatted(verb(leader.name()), company(leader));
    return won(leader, sentence, subject(leader) + " fastest" + tiedBriefly(leader));
  }

  private Answer nothingFaster(Placing leader, String baseline) {
    boolean itself = leader.name().equals(baseline);
    List<String> tied = others(leader, itself ? Answering::tiesWithLeader : p -> ties(p, baseline));
    if (!itself) {
      tied = append(tied, leader.name());
    }
    List<String> unclear =
        others(leader, itself ? Answering::unclearWithLeader : p -> unclear(p, baseline));
    String sentence =
        "Nothing is faster than "
            + names.reference(baseline)
            + (tied.isEmpty() ? "" : "; %s %s tied with it".formatted(some(tied), verb(tied)))
            + (unclear.isEmpty()
                ? ""
                : "; %s %s not told apart from it within %s"
                    .formatted(some(unclear), verb(unclear), margin));
    return new Answer(
        leader.name(),
        "",
        sentence + ending.text(),
        "Nothing faster than " + names.label(baseline),
        ending.provisional());
  }

  private Answer allTied(Placing leader, List<String> rivals) {
    String sentence =
        rivals.size() == 1
            ? "%s and %s are tied within %s"
                .formatted(subject(leader), names.label(rivals.getFirst()), margin)
            : "All %d contenders are tied with the fastest, %s, within %s"
                .formatted(rivals.size() + 1, names.label(leader.name()), margin);
    return new Answer(
        leader.name(),
        "",
        sentence + ending.text(),
        "All tied within " + margin,
        ending.provisional());
  }

  private Answer alone(Placing leader) {
    String time = Figures.time(Objects.requireNonNull(leader.medianNs()));
    String tasks = plan.tasks() == 1 ? "1 task" : Figures.count(plan.tasks()) + " tasks";
    String sentence =
        "%s %s for %s; nothing else was measured to compare with"
            .formatted(verb(leader.name()).equals("are") ? "take" : "takes", time, tasks);
    return won(leader, sentence, subject(leader) + " " + time);
  }

  private Answer won(Placing leader, String sentence, String brief) {
    return new Answer(
        leader.name(), subject(leader), sentence + ending.text(), brief, ending.provisional());
  }

  private String noVerdict() {
    if (!comparison.impossible().isEmpty()) {
      return "No verdict: %s came out faster than is physically possible"
          .formatted(list(comparison.impossible()));
    }
    if (comparison.blocks() > 0 && comparison.invalidBlocks() == comparison.blocks()) {
      return "No verdict: a round failed in every one of %s blocks"
          .formatted(Figures.count(comparison.blocks()));
    }
    return comparison.invalidBlocks() > 0
        ? "No verdict: %d of %d blocks were invalid, more than a tenth"
            .formatted(comparison.invalidBlocks(), comparison.blocks())
        : "No verdict: no contender has a valid round";
  }

  private String company(Placing leader) {
    List<String> tied = others(leader, Answering::tiesWithLeader);
    List<String> unclear = others(leader, Answering::unclearWithLeader);
    return (tied.isEmpty() ? "" : ", tied with " + some(tied))
        + (unclear.isEmpty() ? "" : notToldApart(leader, unclear));
  }

  /** Where there is a sentence for each runtime, none of them lists everybody. */
  private String some(List<String> tied) {
    return whole || tied.size() <= MOST_NAMED
        ? list(tied)
        : "%s and %d others".formatted(names.label(tied.getFirst()), tied.size() - 1);
  }

  private String notToldApart(Placing leader, List<String> unclear) {
    List<Effect> effects =
        comparison.placings().stream()
            .filter(placing -> unclear.contains(placing.name()))
            .map(placing -> Objects.requireNonNull(placing.versusLeader()))
            .toList();
    return ", not told apart from %s within %s%s"
        .formatted(some(unclear), margin, ending.moreTime(effects, append(unclear, leader.name())));
  }

  private List<String> others(Placing leader, Predicate<Placing> which) {
    return comparison.ranking().stream()
        .filter(placing -> !placing.name().equals(leader.name()))
        .filter(which)
        .map(Placing::name)
        .toList();
  }

  private static boolean tiesWithLeader(Placing placing) {
    return placing.versusLeaderVerdict() == Verdict.TIED;
  }

  private static boolean unclearWithLeader(Placing placing) {
    return placing.versusLeaderVerdict() == Verdict.UNDECIDED;
  }

  private static boolean ties(Placing placing, String baseline) {
    return placing.baseline().equals(baseline) && placing.verdict() == Verdict.TIED;
  }

  private static boolean unclear(Placing placing, String baseline) {
    return placing.baseline().equals(baseline) && placing.verdict() == Verdict.UNDECIDED;
  }

  private String tiedBriefly(Placing leader) {
    List<String> tied = others(leader, Answering::tiesWithLeader);
    return tied.isEmpty() ? "" : " — tied with " + list(tied);
  }

  private static String times(Effect effect) {
    return "%s times as fast, 95 %% interval %s"
        .formatted(
            Figures.ratio(effect.speedUp()),
            Figures.interval(effect.speedUpLow(), effect.speedUpHigh()));
  }

  private static Effect effect(Placing placing) {
    return Objects.requireNonNull(placing.effect());
  }

  private static List<String> append(List<String> names, @Nullable String further) {
    return Stream.concat(Stream.ofNullable(further), names.stream()).toList();
  }

  private String subject(Placing placing) {
    return names.subject(placing.name());
  }

  private String list(List<String> contenders) {
    return names.list(contenders);
  }
}
