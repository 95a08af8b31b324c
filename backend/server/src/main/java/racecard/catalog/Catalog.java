package racecard.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The contenders of the hosts that measure, in the order a form shows them.
 *
 * @param contenders without controls
 * @param found the runtimes besides the JVM, those of one folder together, the newest first
 */
public record Catalog(List<Contender> contenders, List<FoundRuntime> found) {
  /** The runtime that Racecard itself runs on. */
  public static final String JVM = "jvm";

  private static final String JVM_FOLDER = "runner-jvm";
  // One process per task beyond this is skipped by the worker.
  private static final int MOST_PROCESSES = 256;

  /** Copies the lists, so that the catalog never changes. */
  public Catalog {
    contenders = List.copyOf(contenders);
    found = List.copyOf(found);
  }

  /** The contenders of the JDK that Racecard runs on. */
  public static Catalog ofJvm() {
    return of(List.of());
  }

  /**
   * The contenders of the JDK that Racecard runs on and of {@code runtimes}; the first of a name
   * counts. What a host with another Racecard found in a folder that this one lacks is left out.
   */
  public static Catalog of(List<FoundRuntime> runtimes) {
    Map<String, FoundRuntime> byId = new LinkedHashMap<>();
    runtimes.stream()
        .filter(runtime -> Manifest.known(runtime.folder()))
        .forEach(runtime -> byId.putIfAbsent(runtime.id(), runtime));
    List<FoundRuntime> found =
        byId.values().stream()
            .sorted(
                Comparator.comparing(
                        (FoundRuntime runtime) -> Manifest.in(runtime.folder()).title())
                    .thenComparing(FoundRuntime::family)
                    .thenComparing(Release::of, Comparator.reverseOrder()))
            .toList();
    List<Contender> contenders = new ArrayList<>();
    for (Strategy strategy : Manifest.in(JVM_FOLDER).strategies()) {
      contenders.add(new Contender(new ContenderName(JVM, strategy.id(), 1), strategy, null, null));
    }
    for (FoundRuntime runtime : found) {
      Manifest.in(runtime.folder()).strategies().stream()
          .map(strategy -> contender(runtime, strategy))
          .forEach(contenders::add);
    }
    return new Catalog(contenders, found);
  }

  private static Contender contender(FoundRuntime runtime, Strategy strategy) {
    ContenderName name = new ContenderName(runtime.id(), strategy.id(), 1);
    if (runtime.reason() != null) {
      return new Contender(name, strategy, runtime.reason(), null);
    }
    Optional<FoundRuntime.Missing> missing = runtime.lacks(strategy.id());
    return new Contender(
        name,
        strategy,
        missing.map(FoundRuntime.Missing::reason).orElse(null),
        missing.filter(FoundRuntime.Missing::byLibraries).map(m -> runtime.remedy()).orElse(null));
  }

  /** The contender that {@code name} or the original of that control names. */
  public Optional<Contender> find(ContenderName name) {
    return contenders.stream().filter(c -> c.name().equals(name.original())).findFirst();
  }

  /**
   * The name with its runtime's version: {@code cpython/asyncio} means the newest of that family
   * which can measure it, or else the newest that knows it. Itself when it is no such name.
   */
  public ContenderName versioned(ContenderName name) {
    if (find(name).isPresent()) {
      return name;
    }
    List<Contender> newestFirst =
        contenders.stream()
            .filter(c -> FoundRuntime.family(c.name().runtime()).equals(name.runtime()))
            .filter(c -> c.name().strategy().equals(name.strategy()))
            .toList();
    return Stream.concat(newestFirst.stream().filter(Contender::available), newestFirst.stream())
        .findFirst()
        .map(c -> new ContenderName(c.name().runtime(), name.strategy(), name.copy()))
        .orElse(name);
  }

  /**
   * Those that a run without a choice of its own measures: of the JVM and of one runtime a folder,
   * what is usual, can be measured here and is no obvious mistake with so many tasks in flight.
   */
  public List<ContenderName> sensible(long inFlight) {
    Set<String> runtimes = preferred();
    return contenders.stream()
        .filter(c -> runtimes.contains(c.name().runtime()))
        .filter(Contender::available)
        .filter(c -> c.strategy().usual())
        .filter(c -> !c.strategy().startsProcesses() || inFlight <= MOST_PROCESSES)
        .map(Contender::name)
        .toList();
  }

  /**
   * Those of {@link #sensible} that a choice map measures: on the JVM alone, whoever keeps several
   * tasks in flight within one process.
   */
  public List<ContenderName> few(long inFlight) {
    return sensible(inFlight).stream()
        .filter(name -> name.runtime().equals(JVM) && !name.isSequential())
        .filter(name -> !name.strategy().startsWith("process"))
        .toList();
  }

  /** The JVM and, of each folder, the newest runtime of those that can measure the most. */
  public Set<String> preferred() {
    Map<String, FoundRuntime> best = new LinkedHashMap<>();
    for (FoundRuntime runtime : found) {
      best.merge(
          runtime.folder(), runtime, (one, two) -> measurable(two) > measurable(one) ? two : one);
    }
    return Stream.concat(Stream.of(JVM), best.values().stream().map(FoundRuntime::id))
        .collect(Collectors.toSet());
  }

  private long measurable(FoundRuntime runtime) {
    return contenders.stream()
        .filter(c -> c.name().runtime().equals(runtime.id()) && c.available())
        .count();
  }

  /** The runtimes, in the order their first contender stands. */
  public List<String> runtimes() {
    return contenders.stream().map(contender -> contender.name().runtime()).distinct().toList();
  }

  /** What was found of {@code runtime}; empty for the JVM. */
  public Optional<FoundRuntime> runtime(String runtime) {
    return found.stream().filter(one -> one.id().equals(runtime)).findFirst();
  }
}
