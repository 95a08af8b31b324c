package racecard.runner;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import racecard.catalog.Target;

/**
 * What every contender of a job is told to do, the same for all.
 *
 * @param params as docs/PROTOCOL.md names them
 * @param nonce makes this job's bytes its own, at most 64 characters
 * @param origin the local origin's addresses; empty unless {@code fetch} uses it
 * @param targets the user's URLs; empty unless {@code fetch} uses them
 */
public record Work(
    String workload,
    Map<String, Long> params,
    int tasks,
    int inFlight,
    String nonce,
    List<String> origin,
    List<Target> targets) {

  /** Copies the collections. */
  public Work {
    params = Map.copyOf(params);
    origin = List.copyOf(origin);
    targets = List.copyOf(targets);
  }

  /** The same work for other numbers: {@code fewer} tasks, some parameters changed. */
  public Work with(int fewer, Map<String, Long> changed) {
    Map<String, Long> all = new HashMap<>(params);
    all.putAll(changed);
    return new Work(workload, all, fewer, Math.min(inFlight, fewer), nonce, origin, targets);
  }
}
