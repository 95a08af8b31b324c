package racecard.report;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import racecard.catalog.ContenderName;
import racecard.catalog.Plan;
import racecard.catalog.Strategy;
import tools.jackson.databind.JsonNode;

/**
 * The measured facts that sentences are made of.
 *
 * @param results the contenders that have a time, without controls
 * @param noted what the last generation noted
 */
record Grounds(
    Stored stored,
    List<String> leaders,
    List<ContenderResult> results,
    int cores,
    @Nullable Limit limit,
    JsonNode noted) {

  static Grounds of(
      Stored stored,
      List<Compared> compared,
      List<ContenderResult> contenders,
      @Nullable MeasuredOn host,
      @Nullable Limit limit) {
    return new Grounds(
        stored,
        compared.stream().map(Compared::leader).filter(Objects::nonNull).toList(),
        contenders.stream().filter(one -> one.medianNs() != null && !one.control()).toList(),
        host == null ? 0 : host.cores(),
        limit,
        Facts.latest(stored));
  }

  Plan plan() {
    return stored.plan();
  }

  Names names() {
    return stored.names();
  }

  /** The runtimes with a result, in the order asked for. */
  List<String> runtimes() {
    return results.stream().map(one -> name(one).runtime()).distinct().toList();
  }

  /** The contenders of {@code runtime} with a result. */
  List<ContenderResult> on(String runtime) {
    return results.stream().filter(one -> name(one).runtime().equals(runtime)).toList();
  }

  /** A sentence about {@code runtime}, which is named where there are several. */
  String about(String runtime, String sentence) {
    return names().severalRuntimes()
        ? "On " + runtime + ", " + sentence
        : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }

  /** The baseline that executes one task after another on {@code runtime}. */
  Optional<ContenderResult> sequential(String runtime) {
    return on(runtime).stream().filter(one -> name(one).isSequential()).findFirst();
  }

  /** As {@code *1.97* of 2 cores}. */
  String used(double coresUsed) {
    return "*%s*%s".formatted(Figures.digits(coresUsed), ofCores());
  }

  /** As {@code *0.98–1.02* of 2 cores}. */
  String used(List<ContenderResult> some) {
    String least = Figures.digits(some.stream().mapToDouble(Grounds::coresUsed).min().orElse(0));
    String most = Figures.digits(some.stream().mapToDouble(Grounds::coresUsed).max().orElse(0));
    return "*%s*%s".formatted(least.equals(most) ? least : least + "–" + most, ofCores());
  }

  private String ofCores() {
    return cores == 0 ? "" : " of " + Figures.cores(cores);
  }

  /** What a contender's child or its runtime said of {@code fact}; empty when neither did. */
  String fact(ContenderResult one, String fact) {
    return Stream.of(
            noted.path("contenders").path(one.name()),
            noted.path("runtimes").path(name(one).runtime()))
        .map(said -> said.path(fact).asString(""))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  /**
   * The two of one runtime that differ most in {@code figure}, of those runtimes where one has more
   * than {@code amount} and {@code ratio} times as much as another; empty where there is none.
   */
  Optional<Pair> extremes(ToDoubleFunction<ContenderResult> figure, double amount, double ratio) {
    return runtimes().stream()
        .flatMap(runtime -> extremes(on(runtime), figure).stream())
        .filter(pair -> figure.applyAsDouble(pair.most()) > amount && pair.ratio(figure) >= ratio)
        .max(Comparator.comparingDouble(pair -> pair.ratio(figure)));
  }

  private static Optional<Pair> extremes(
      List<ContenderResult> results, ToDoubleFunction<ContenderResult> figure) {
    List<ContenderResult> known =
        results.stream()
            .filter(one -> figure.applyAsDouble(one) > 0)
            .sorted(Comparator.comparingDouble(figure))
            .toList();
    return known.size() < 2
        ? Optional.empty()
        : Optional.of(new Pair(known.getFirst(), known.getLast()));
  }

  /** The contender with the least and the one with the most of something. */
  record Pair(ContenderResult least, ContenderResult most) {
    double ratio(ToDoubleFunction<ContenderResult> figure) {
      return figure.applyAsDouble(most) / figure.applyAsDouble(least);
    }
  }

  static ContenderName name(ContenderResult one) {
    return ContenderName.parse(one.name());
  }

  static Strategy strategy(ContenderResult one) {
    return Strategy.of(name(one).strategy());
  }

  static double median(ContenderResult one) {
    return Objects.requireNonNull(one.medianNs());
  }

  /** CPU time ÷ wall time; 0 where it is not known. */
  static double coresUsed(ContenderResult one) {
    return known(one.medians().coresUsed());
  }

  /** Whether its tasks execute in more than one process. */
  static boolean inProcesses(ContenderResult one) {
    return strategy(one).startsProcesses() || known(one.medians().processes()) > 1;
  }

  /** Whether what its tasks compute is under several locks of its runtime, where that has one. */
  static boolean ownLock(ContenderResult one) {
    return inProcesses(one) || strategy(one).ownLock();
  }

  /** The number; 0 where it is not known. */
  static double known(@Nullable Number number) {
    return number == null ? 0 : number.doubleValue();
  }
}
