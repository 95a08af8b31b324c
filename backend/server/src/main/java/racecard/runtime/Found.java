package racecard.runtime;

import java.util.List;
import java.util.Optional;
import racecard.catalog.FoundRuntime;

/** What a look through this host came to. */
public record Found(List<FoundRuntime> runtimes, List<LeftOut> leftOut) {
  /** Nothing, before the first look. */
  static final Found NOTHING = new Found(List.of(), List.of());

  /** Copies the lists, so that it never changes. */
  public Found {
    runtimes = List.copyOf(runtimes);
    leftOut = List.copyOf(leftOut);
  }

  /** The runtime with this id. */
  public Optional<FoundRuntime> find(String id) {
    return runtimes.stream().filter(runtime -> runtime.id().equals(id)).findFirst();
  }
}
