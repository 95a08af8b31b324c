package racecard.report;

import static racecard.report.Names.verb;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import racecard.catalog.ContenderName;
import racecard.catalog.Strategy;
import racecard.statistics.Assessment;
import racecard.statistics.Verdict;

/** Says why it came out so, in sentences that hold nothing but measured figures. */
final class Reasons {
  private static final double WAITING = 0.3;
  private static final double COMPUTING = 0.8;
  private static final double REMARKABLE = 2;

  private final Stored stored;
  private final Names names;
  private final List<ContenderResult> results;
  private final @Nullable Limit limit;
  private final String cores;
  private final double usable;

  private Reasons(
      Stored stored,
      List<ContenderResult> contenders,
      @Nullable MeasuredOn host,
      @Nullable Limit limit) {
    this.stored = stored;
    this.names = stored.names();
    this.results =
        contenders.stream()
            .filter(contender -> contender.medianNs() != null && !contender.control())
            .toList();
    this.limit = limit;
    this.usable = host == null ? 0 : host.cores();
    this.cores = host == null || host.cores() == 0 ? "" : " of " + Figures.cores(host.cores());
  }

  static List<String> of(
      Stored stored,
      List<ContenderResult> contenders,
      @Nullable MeasuredOn host,
      @Nullable Limit limit) {
    return new Reasons(stored, contenders, host, limit).sentences();
  }

  private List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    kindOfWork().ifPresent(sentences::add);
    leading().ifPresent(sentences::add);
    starting().ifPresent(sentences::add);
    results.stream().flatMap(result -> breakEven(result).stream()).forEach(sentences::add);
    memory().ifPresent(sentences::add);
    cold().ifPresent(sentences::add);
    return sentences;
  }

  private Optional<String> kindOfWork() {
    return results.stream()
        .filter(result -> result.name().equals(result.baseline()))
        .filter(result -> isSequential(result) && result.medians().coresUsed() != null)
        .findFirst()
        .map(result -> kindOfWork(Objects.requireNonNull(result.medians().coresUsed())));
  }

  private String kindOfWork(double used) {
    String figure = "*%s*%s".formatted(Figures.digits(used), cores);
    if (used < WAITING) {
      return "The work is waiting: one after another, it used %s.".formatted(figure);
    }
    return used > COMPUTING
        ? "The work is computing: one after another, it used %s.".formatted(figure)
        : "The work waits and computes: one after another, it used %s.".formatted(figure);
  }

  private Optional<String> leading() {
    Assessment assessment = stored.assessment();
    String name = assessment == null ? null : assessment.comparison().leader();
    return results.stream()
        .filter(result -> result.name().equals(name))
        .filter(result -> !isSequential(result))
        .findFirst()
        .map(this::leading);
  }

  private String leading(ContenderResult leader) {
    Double used = leader.medians().coresUsed();
    String sentence =
        used == null
            ? names.subject(leader.name())
            : "%s used *%s*%s".formatted(names.subject(leader.name()), Figures.digits(used), cores);
    if (limit == null) {
      return sentence + (used == null ? " " + verb(leader.name()) + " the fastest." : ".");
    }
    double missed = median(leader) / limit.ns() - 1;
    return "%s%s *%s* above the limit of %s (%s)."
        .formatted(
            sentence,
            used == null ? " stayed" : " and stayed",
            Figures.percent(Math.max(0, missed)),
            Figures.time(limit.ns()),
            limit.because());
  }

  private Optional<String> starting() {
    Limit best = limit;
    int tasks = stored.plan().tasks();
    if (best == null) {
      return Optional.empty();
    }
    return results.stream()
        .filter(result -> Strategy.of(strategy(result)).startsProcesses())
        .filter(result -> median(result) > best.ns() * REMARKABLE)
        .findFirst()
        .map(result ->
            "%s miss that limit by *%s*: %s for each of the %s processes they start."
                .formatted(
                    names.subject(result.name()),
                    Figures.time(median(result) - best.ns()),
                    Figures.time((median(result) - best.ns()) / tasks),
                    Figures.count(tasks)));
  }

  /** The task from which a contender that is slower than its baseline would catch up with it. */
  private Optional<String> breakEven(ContenderResult result) {
    Double base = baseMedian(result);
    double atOnce = atOnce(result);
    if (base == null
        || atOnce <= 1
        || result.placing() == null
        || result.placing().verdict() != Verdict.SLOWER) {
      return Optional.empty();
    }
    int tasks = stored.plan().tasks();
    double overhead = median(result) - base / atOnce;
    double task = overhead / (tasks * (1 - 1 / atOnce));
    return Optional.of(
        "%s %s from tasks of about *%s* on, if starting stays as dear; here a task takes %s."
            .formatted(
                names.subject(result.name()),
                verb(result.name()).equals("are") ? "pay" : "pays",
                Figures.time(task),
                Figures.time(base / tasks)));
  }

  private double atOnce(ContenderResult result) {
    Integer inFlight = result.effectiveInFlight();
    double atOnce = inFlight == null ? 0 : Math.min(inFlight, stored.plan().tasks());
    return stored.plan().workload().computes() ? Math.min(atOnce, usable) : atOnce;
  }

  private Optional<String> memory() {
    List<ContenderResult> known =
        results.stream()
            .filter(result -> result.medians().memoryBytes() != null)
            .sorted(Comparator.comparingDouble(Reasons::bytes))
            .toList();
    if (known.size() < 2 || bytes(known.getLast()) < REMARKABLE * bytes(known.getFirst())) {
      return Optional.empty();
    }
    return Optional.of(
        "%s peaked at *%s* of memory, %s at %s."
            .formatted(
                names.subject(known.getLast().name()),
                Figures.megabytes(bytes(known.getLast())),
                names.label(known.getFirst().name()),
                Figures.megabytes(bytes(known.getFirst()))));
  }

  private Optional<String> cold() {
    return results.stream()
        .filter(result -> result.coldNs() != null)
        .max(Comparator.comparingDouble(Reasons::coldRatio))
        .filter(result -> coldRatio(result) > REMARKABLE)
        .map(result ->
            "In a fresh child, the first round of %s took *%s*, %s times its median: short programs pay that."
                .formatted(
                    names.label(result.name()),
                    Figures.time(Objects.requireNonNull(result.coldNs())),
                    Figures.digits(coldRatio(result))));
  }

  private @Nullable Double baseMedian(ContenderResult result) {
    return Stream.of(result)
        .filter(one -> !one.name().equals(one.baseline()))
        .flatMap(one -> results.stream().filter(base -> base.name().equals(one.baseline())))
        .filter(Reasons::isSequential)
        .map(Reasons::median)
        .findFirst()
        .orElse(null);
  }

  private static double coldRatio(ContenderResult result) {
    Long cold = result.coldNs();
    return cold == null ? 0 : cold / median(result);
  }

  private static double bytes(ContenderResult result) {
    return Objects.requireNonNull(result.medians().memoryBytes());
  }

  private static double median(ContenderResult result) {
    return Objects.requireNonNull(result.medianNs());
  }

  private static boolean isSequential(ContenderResult result) {
    return ContenderName.parse(result.name()).isSequential();
  }

  private static String strategy(ContenderResult result) {
    return ContenderName.parse(result.name()).strategy();
  }
}
