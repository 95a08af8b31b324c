package racecard.runner;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import racecard.catalog.Target;

/**
 * What every contender of a job is told to do, the same for all.
 *
 * @param params as docs/PROTOCOL.md names them
 * @param nonce makes this job's bytes its own
 * @param origin the local origin's addresses; null unless {@code fetch} uses it
 * @param targets the user's URLs; empty unless {@code fetch} uses them
 */
public record Work(
    String workload,
    Map<String, Long> params,
    int tasks,
    int inFlight,
    String nonce,
    @Nullable List<String> origin,
    List<Target> targets) {

  /** The same work with other numbers of tasks. */
  public Work withTasks(int fewer) {
    return new Work(workload, params, fewer, Math.min(inFlight, fewer), nonce, origin, targets);
  }
}
