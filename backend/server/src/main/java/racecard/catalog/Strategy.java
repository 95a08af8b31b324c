package racecard.catalog;

import java.util.List;
import java.util.Set;

/**
 * A way to execute N tasks, as the manifest of a runtime has it.
 *
 * @param id the name used in contenders, the same in every runtime that has it
 * @param title the name at the start of a sentence
 * @param sentence what it does, for a person who chooses
 */
public record Strategy(String id, String title, String sentence, Set<Trait> traits) {
  /** The one that every runtime has, and the baseline of its contenders. */
  public static final String SEQUENTIAL = "sequential";

  /** Copies the set, so that a strategy never changes. */
  public Strategy {
    traits = Set.copyOf(traits);
  }

  /** The strategy that the first runtime knows by {@code id}; a nameless one when none does. */
  public static Strategy of(String id) {
    return Manifest.all().stream()
        .map(Manifest::strategies)
        .flatMap(List::stream)
        .filter(strategy -> strategy.id.equals(id))
        .findFirst()
        .orElseGet(() -> new Strategy(id, id, "", Set.of()));
  }

  /** Whether its processes are new in every round. */
  public boolean startsProcesses() {
    return traits.contains(Trait.PROCESS_PER_TASK);
  }

  /** Whether it never executes more than one task at once. */
  public boolean oneAtATime() {
    return traits.contains(Trait.ONE_AT_A_TIME);
  }

  /** Whether many tasks wait on one thread. */
  public boolean loop() {
    return traits.contains(Trait.LOOP);
  }

  /** Whether no lock of its runtime holds what it computes to one core. */
  public boolean ownLock() {
    return traits.contains(Trait.OWN_LOCK);
  }

  /** Whether it is a mistake to learn from. */
  public boolean mistake() {
    return traits.contains(Trait.MISTAKE);
  }

  /** Whether it is measured although nobody ticked it. */
  public boolean usual() {
    return !mistake() && !traits.contains(Trait.EXTRA);
  }
}
