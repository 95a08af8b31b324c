package racecard.catalog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The contenders of one host, in the order a form shows them.
 *
 * @param contenders without controls
 */
public record Catalog(List<Contender> contenders) {
  /** The runtime that Racecard itself runs on. */
  public static final String JVM = "jvm";

  // One process per task beyond this is skipped by the worker.
  private static final int MOST_PROCESSES = 256;

  /** Copies the list, so that the catalog never changes. */
  public Catalog {
    contenders = List.copyOf(contenders);
  }

  /** The contenders of the JDK that Racecard runs on: every strategy there is. */
  public static Catalog ofJvm() {
    return new Catalog(
        Stream.of(Strategy.values())
            .map(s -> new Contender(new ContenderName(JVM, s.id(), 1), s, null, null))
            .toList());
  }

  /** The contender that {@code name} or the original of that control names. */
  public Optional<Contender> find(ContenderName name) {
    return contenders.stream().filter(c -> c.name().equals(name.original())).findFirst();
  }

  /** Those that can be measured here and are no obvious mistake with so many tasks in flight. */
  public List<ContenderName> sensible(long inFlight) {
    return contenders.stream()
        .filter(Contender::available)
        .filter(c -> c.strategy() != Strategy.PROCESSES || inFlight <= MOST_PROCESSES)
        .map(Contender::name)
        .toList();
  }

  /** The runtimes, in the order their first contender stands. */
  public List<String> runtimes() {
    return contenders.stream().map(contender -> contender.name().runtime()).distinct().toList();
  }
}
