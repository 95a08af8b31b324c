package racecard.report;

import static racecard.report.Grounds.coresUsed;
import static racecard.report.Grounds.median;
import static racecard.report.Names.verb;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import racecard.catalog.Workload;
import racecard.statistics.Effect;

/** Says why it came out so, in sentences that hold nothing but measured figures. */
final class Reasons {
  private static final double WAITING = 0.3;
  private static final double COMPUTING = 0.8;

  private final Grounds grounds;

  private Reasons(Grounds grounds) {
    this.grounds = grounds;
  }

  static List<String> of(Grounds grounds) {
    return grounds.plan().workload() == Workload.FOREIGN
        ? Unpaired.spreads(grounds)
        : new Reasons(grounds).sentences();
  }

  private List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    kindOfWork().ifPresent(sentences::add);
    grounds.results().stream()
        .filter(this::leads)
        .forEach(one -> leading(one).ifPresent(sentences::add));
    for (String runtime : grounds.runtimes()) {
      cores(runtime).ifPresent(cores -> cores.into(sentences));
      new StartReasons(grounds, runtime).into(sentences);
    }
    mistakes().ifPresent(sentences::add);
    new CostReasons(grounds).into(sentences);
    return sentences;
  }

  private Optional<CoreReasons> cores(String runtime) {
    return grounds
        .sequential(runtime)
        .filter(one -> coresUsed(one) > COMPUTING)
        .map(_ -> new CoreReasons(grounds, runtime));
  }

  private Optional<String> kindOfWork() {
    return grounds.runtimes().stream()
        .flatMap(runtime -> grounds.sequential(runtime).stream())
        .filter(one -> one.name().equals(one.baseline()) && coresUsed(one) > 0)
        .findFirst()
        .map(one -> kindOfWork(coresUsed(one)));
  }

  private String kindOfWork(double used) {
    String figure = grounds.used(used);
    if (used > COMPUTING) {
      return "The work is computing: one after another, it used %s.".formatted(figure);
    }
    String share = Figures.percent(1 - used);
    return used < WAITING
        ? "The work is waiting: one after another, it used %s and waited *%s* of its time."
            .formatted(figure, share)
        : "The work waits and computes: one after another, it used %s and waited *%s* of its time."
            .formatted(figure, share);
  }

  private boolean leads(ContenderResult one) {
    return grounds.leaders().contains(one.name()) && !Grounds.name(one).isSequential();
  }

  private Optional<String> leading(ContenderResult leader) {
    boolean told =
        cores(Grounds.name(leader).runtime()).filter(cores -> cores.tells(leader)).isPresent();
    Limit limit = grounds.limit();
    if (limit == null) {
      return told ? Optional.empty() : Optional.of(leading(leader, coresUsed(leader)));
    }
    return Optional.of(leading(leader, told ? 0 : coresUsed(leader), limit));
  }

  private String leading(ContenderResult leader, double used) {
    String subject = grounds.names().subject(leader.name());
    return used == 0
        ? "%s %s the fastest.".formatted(subject, verb(leader.name()))
        : "%s used %s.".formatted(subject, grounds.used(used));
  }

  private String leading(ContenderResult leader, double used, Limit limit) {
    return "%s%s stayed *%s* above the limit of %s (%s)."
        .formatted(
            grounds.names().subject(leader.name()),
            used == 0 ? "" : " used %s and".formatted(grounds.used(used)),
            Figures.percent(Math.max(0, median(leader) / limit.ns() - 1)),
            Figures.time(limit.ns()),
            limit.because());
  }

  private Optional<String> mistakes() {
    List<ContenderResult> all =
        grounds.results().stream()
            .filter(one -> Grounds.strategy(one).mistake() && speedUp(one) > 0)
            .toList();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    DoubleSummaryStatistics ratios = all.stream().mapToDouble(Reasons::speedUp).summaryStatistics();
    String least = Figures.ratio(ratios.getMin());
    String most = Figures.ratio(ratios.getMax());
    return Optional.of(
        "The mistake of blocking the loop makes tasks wait for each other: %s came out at *%s* times one after another."
            .formatted(
                grounds.names().list(all.stream().map(ContenderResult::name).toList()),
                least.equals(most) ? least : least + "–" + most));
  }

  private static double speedUp(ContenderResult one) {
    Effect effect = one.placing() == null ? null : one.placing().effect();
    return effect == null ? 0 : effect.speedUp();
  }
}
