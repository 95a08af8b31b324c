package racecard.queue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the queue must do, said in memory and as simply as possible: the judge of the model test.
 */
final class QueueModel {
  private static final int LEASE_S = 30;
  private static final int RETRY_S = 5;

  private final List<ModelJob> jobs = new ArrayList<>();
  private int nowS;
  private boolean paused;

  /** A job as the model sees it; the identity of jobs is their order of submission. */
  static final class ModelJob {
    final long id;
    final int run;
    final long turn;
    final int priority;
    final @Nullable String asked;
    @Nullable String wantedHost;
    JobState state = JobState.QUEUED;
    int attempt;
    long fence;
    @Nullable String owner;
    @Nullable String host;
    int availableS;
    int leaseEndS;
    boolean cancelRequested;
    @Nullable FailureKind failure;
    final List<String> endings = new ArrayList<>();

    ModelJob(long id, int run, long turn, int priority, @Nullable String wantedHost, int nowS) {
      this.id = id;
      this.run = run;
      this.turn = turn;
      this.priority = priority;
      this.asked = wantedHost;
      this.wantedHost = wantedHost;
      this.availableS = nowS;
    }

    /** All that a page could tell apart, in one line. */
    String shown() {
      return "%s attempt %d fence %d by %s for %s cancel %b failed %s endings %s"
          .formatted(
              state.id(), attempt, fence, owner, wantedHost, cancelRequested, failure, endings);
    }
  }

  void submit(long id, int run, long turn, int priority, @Nullable String wantedHost) {
    jobs.add(new ModelJob(id, run, turn, priority, wantedHost, nowS));
  }

  Optional<Lease> claim(String owner, String host) {
    boolean laneBusy =
        jobs.stream().anyMatch(j -> j.state == JobState.RUNNING && host.equals(j.host));
    if (paused || laneBusy) {
      return Optional.empty();
    }
    Optional<ModelJob> next = line().filter(j -> mayTake(j, host)).findFirst();
    next.ifPresent(j -> {
      waitingAfter(j).forEach(other -> other.wantedHost = host);
      j.state = JobState.RUNNING;
      j.attempt++;
      j.fence++;
      j.owner = owner;
      j.host = host;
      j.leaseEndS = nowS + LEASE_S;
    });
    return next.map(j -> new Lease(new JobId(j.id), j.fence, owner));
  }

  private boolean mayTake(ModelJob j, String host) {
    boolean first =
        jobs.stream()
            .filter(o -> o.turn == j.turn && o.id < j.id && o.state == JobState.QUEUED)
            .noneMatch(o -> o.availableS <= nowS || j.wantedHost == null);
    return first && jobs.stream().filter(o -> o.turn == j.turn).allMatch(o -> leaves(o, host));
  }

  /** Whether a job lets {@code host} take one of its turn. */
  private static boolean leaves(ModelJob j, String host) {
    return switch (j.state) {
      case RUNNING -> false;
      case QUEUED -> j.wantedHost == null || j.wantedHost.equals(host);
      case DONE, FAILED, CANCELLED -> true;
    };
  }

  /** What else waits of its turn, but the turn's first, which nobody keeps. */
  private Stream<ModelJob> waitingAfter(ModelJob one) {
    return jobs.stream()
        .filter(j -> j.turn == one.turn && j != one)
        .filter(j -> j.state == JobState.QUEUED && j.id != j.turn);
  }

  /** Whom the claim serves, in its order. */
  Stream<ModelJob> line() {
    return jobs.stream()
        .filter(j -> j.state == JobState.QUEUED && j.availableS <= nowS)
        .sorted(
            Comparator.<ModelJob>comparingInt(j -> -j.priority)
                .thenComparingLong(j -> j.turn)
                .thenComparingLong(j -> j.id));
  }

  Standing renew(Lease lease) {
    Optional<ModelJob> job = held(lease).filter(j -> j.leaseEndS > nowS);
    job.ifPresent(j -> j.leaseEndS = nowS + LEASE_S);
    return job.map(QueueModel::standing).orElse(Standing.LOST);
  }

  Standing standing(Lease lease) {
    return held(lease).map(QueueModel::standing).orElse(Standing.LOST);
  }

  Finish finish(Lease lease, JobEnd end) {
    Optional<ModelJob> job = held(lease);
    if (job.isEmpty()) {
      return Finish.NOT_OURS;
    }
    ModelJob j = job.get();
    return switch (end) {
      case JobEnd.Done() -> close(j, JobState.DONE, null);
      case JobEnd.Cancelled() -> close(j, JobState.CANCELLED, null);
      case JobEnd.Failed failed when j.cancelRequested -> close(j, JobState.CANCELLED, null);
      case JobEnd.Failed failed
          when failed.kind().triedAgain() && j.attempt < JobQueue.MAX_ATTEMPTS -> {
        putBack(j, nowS + RETRY_S * j.attempt);
        j.endings.add("failed");
        yield Finish.TRIED_AGAIN;
      }
      case JobEnd.Failed failed -> close(j, JobState.FAILED, failed.kind());
    };
  }

  boolean giveBack(Lease lease) {
    Optional<ModelJob> job = held(lease);
    job.ifPresent(j -> {
      if (j.cancelRequested) {
        close(j, JobState.CANCELLED, null);
      } else {
        putBack(j, nowS);
        j.attempt--;
        j.endings.add("handed_back");
      }
    });
    return job.isPresent();
  }

  Cancellation cancel(int run) {
    List<ModelJob> waiting = in(run, JobState.QUEUED);
    List<ModelJob> running = in(run, JobState.RUNNING);
    List<ModelJob> untold = running.stream().filter(j -> !j.cancelRequested).toList();
    waiting.forEach(j -> j.state = JobState.CANCELLED);
    untold.forEach(j -> j.cancelRequested = true);
    if (!untold.isEmpty()) {
      return Cancellation.REQUESTED;
    }
    if (!running.isEmpty()) {
      return Cancellation.ALREADY_REQUESTED;
    }
    return waiting.isEmpty() ? Cancellation.ALREADY_FINAL : Cancellation.CANCELLED;
  }

  int reap() {
    return rescue(jobs.stream().filter(this::runOut).toList(), "", "");
  }

  int rescueHost(String host, String owner) {
    List<ModelJob> lost =
        jobs.stream().filter(j -> runOut(j) || abandoned(j, host, owner)).toList();
    return rescue(lost, host, owner);
  }

  /** Lets go what a turn keeps for another host than this one; how many jobs. */
  long letGoBut(String host) {
    List<ModelJob> kept =
        jobs.stream()
            .filter(j -> j.state == JobState.QUEUED && j.wantedHost != null)
            .filter(j -> !host.equals(j.wantedHost) && !Objects.equals(j.wantedHost, j.asked))
            .filter(j -> jobs.stream().noneMatch(o -> o.turn == j.turn && running(o)))
            .toList();
    kept.forEach(j -> j.wantedHost = j.asked);
    return kept.size();
  }

  private static boolean running(ModelJob j) {
    return j.state == JobState.RUNNING;
  }

  void pause(boolean pause) {
    paused = pause;
  }

  void pass(int seconds) {
    nowS += seconds;
  }

  List<String> shown() {
    return jobs.stream().map(ModelJob::shown).toList();
  }

  private int rescue(List<ModelJob> lost, String host, String owner) {
    for (ModelJob j : lost) {
      boolean atOnce = abandoned(j, host, owner);
      if (j.cancelRequested) {
        close(j, JobState.CANCELLED, null);
      } else if (j.attempt >= JobQueue.MAX_ATTEMPTS) {
        close(j, JobState.FAILED, FailureKind.LEASE_LOST);
      } else {
        putBack(j, nowS + (atOnce ? 0 : RETRY_S * j.attempt));
        j.endings.add("");
      }
      j.endings.set(j.endings.size() - 1, "lost");
      if (!host.equals(j.host)) {
        letGo(j);
      }
    }
    return lost.size();
  }

  private void letGo(ModelJob lost) {
    jobs.stream()
        .filter(j -> j.turn == lost.turn && j.id != j.turn && j.state == JobState.QUEUED)
        .forEach(j -> j.wantedHost = j.asked);
  }

  private static boolean abandoned(ModelJob j, String host, String owner) {
    return j.state == JobState.RUNNING && host.equals(j.host) && !owner.equals(j.owner);
  }

  private boolean runOut(ModelJob j) {
    return j.state == JobState.RUNNING && j.leaseEndS < nowS;
  }

  private Optional<ModelJob> held(Lease lease) {
    return jobs.stream()
        .filter(j -> j.id == lease.job().number() && j.state == JobState.RUNNING)
        .filter(j -> j.fence == lease.fence() && lease.owner().equals(j.owner))
        .findFirst();
  }

  private List<ModelJob> in(int run, JobState state) {
    return jobs.stream().filter(j -> j.run == run && j.state == state).toList();
  }

  private static Standing standing(ModelJob j) {
    return j.cancelRequested ? Standing.CANCEL_REQUESTED : Standing.HELD;
  }

  private static Finish close(ModelJob j, JobState state, @Nullable FailureKind failure) {
    j.state = state;
    j.failure = failure;
    j.owner = null;
    j.endings.add(state.id());
    return Finish.FINAL;
  }

  private static void putBack(ModelJob j, int availableS) {
    j.state = JobState.QUEUED;
    j.owner = null;
    j.availableS = availableS;
  }
}
