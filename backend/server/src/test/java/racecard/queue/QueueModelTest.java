package racecard.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import racecard.Rooms;
import racecard.TestDatabase;

/** Ten thousand random stories, each told to the database and to {@link QueueModel} alike. */
@ParameterizedClass(name = "{0}")
@MethodSource("racecard.TestDatabase#bothInMemory")
final class QueueModelTest {
  private static final int SEQUENCES = Integer.getInteger("racecard.model.sequences", 10_000);
  private static final long SEED = Long.getLong("racecard.model.seed", 20_261_124L);
  private static final int LONGEST = 12;
  private static final List<String> HOSTS = List.of("ash", "ash", "oak");
  private static final List<FailureKind> FAILURES =
      List.of(FailureKind.RUNNER_CRASHED, FailureKind.INTERNAL, FailureKind.WRONG_ANSWER);

  private final TestDatabase database;
  private final Rooms rooms;
  private final List<RunId> runs = new ArrayList<>();

  QueueModelTest(TestDatabase database) {
    this.database = database;
    this.rooms = Rooms.steered(database);
  }

  @Test
  void ten_thousand_random_stories_end_as_the_model_says() {
    for (int run = 0; run < 3; run++) {
      runs.add(rooms.submit().id());
    }
    for (int sequence = 0; sequence < SEQUENCES; sequence++) {
      rooms.jdbi.useHandle(handle -> handle.execute("delete from job"));
      rooms.pause.resume();
      new Story(SEED + sequence).tell();
    }
  }

  /** One random sequence of operations by three workers on two hosts. */
  private final class Story {
    private final long seed;
    private final Random random;
    private final QueueModel model = new QueueModel();
    private final List<String> told = new ArrayList<>();
    private final Map<Integer, Lease> leases = new LinkedHashMap<>();

    Story(long seed) {
      this.seed = seed;
      this.random = new Random(seed);
    }

    void tell() {
      submit();
      int length = 1 + random.nextInt(LONGEST - 1);
      for (int i = 0; i < length; i++) {
        step();
      }
      assertThat(shown()).as(story()).isEqualTo(model.shown());
      assertThat(line()).as(story()).isEqualTo(model.line().map(job -> job.id).toList());
    }

    private void step() {
      int worker = random.nextInt(HOSTS.size());
      switch (random.nextInt(17)) {
        case 0, 1 -> submit();
        case 2, 3, 4, 5 -> claim(worker);
        case 6 -> renew(worker);
        case 7, 8 -> finish(worker);
        case 9 -> giveBack(worker);
        case 10 -> cancel();
        case 11 -> check("reap", rooms.rescue.reap(), model.reap());
        case 12 -> rescueHost(worker);
        case 13, 14 -> pass();
        case 15 -> pause();
        case 16 -> letGo(HOSTS.get(worker));
        default -> throw new IllegalStateException("no such step");
      }
    }

    private void submit() {
      int run = random.nextInt(runs.size());
      int priority = random.nextInt(2);
      String wanted = random.nextInt(4) == 0 ? "oak" : null;
      int cells = random.nextInt(3) == 0 ? 3 : 1;
      long turn = submit(runs.get(run), cells, priority, wanted).number();
      rooms.jobs.ofRun(runs.get(run)).stream()
          .mapToLong(job -> job.id().number())
          .filter(id -> id >= turn)
          .sorted()
          .forEach(id -> model.submit(id, run, turn, priority, wanted));
      told.add(
          "submit %d and %d more in run %d priority %d for %s"
              .formatted(turn, cells - 1, run, priority, wanted));
    }

    private JobId submit(RunId run, int cells, int priority, @Nullable String wanted) {
      List<NewJob> jobs =
          IntStream.range(0, cells)
              .mapToObj(cell -> new NewJob(run, cell, "{}", 0, priority, wanted, "k", 1))
              .toList();
      return rooms.jdbi.inTransaction(handle -> rooms.queue.enqueue(handle, jobs));
    }

    private void claim(int worker) {
      String owner = "worker" + worker;
      Optional<Lease> claimed = rooms.queue.claim(owner, HOSTS.get(worker)).map(ClaimedJob::lease);
      check("claim by " + worker, claimed, model.claim(owner, HOSTS.get(worker)));
      claimed.ifPresent(lease -> leases.put(worker, lease));
    }

    private void renew(int worker) {
      Lease lease = leases.get(worker);
      if (lease != null) {
        check("renew by " + worker, rooms.queue.renew(lease), model.renew(lease));
        check("standing of " + worker, rooms.queue.standing(lease), model.standing(lease));
      }
    }

    private void finish(int worker) {
      Lease lease = leases.get(worker);
      if (lease != null) {
        JobEnd end = end();
        check(
            end + " by " + worker,
            rooms.queue.finish(lease, end, InTransaction.NOTHING),
            model.finish(lease, end));
      }
    }

    private JobEnd end() {
      return switch (random.nextInt(5)) {
        case 0, 1 -> new JobEnd.Done();
        case 2 -> new JobEnd.Cancelled();
        default -> new JobEnd.Failed(FAILURES.get(random.nextInt(FAILURES.size())), "because");
      };
    }

    private void giveBack(int worker) {
      Lease lease = leases.get(worker);
      if (lease != null) {
        check("give back by " + worker, rooms.queue.giveBack(lease), model.giveBack(lease));
      }
    }

    private void cancel() {
      int run = random.nextInt(runs.size());
      check("cancel run " + run, rooms.queue.cancel(runs.get(run)), model.cancel(run));
    }

    private void rescueHost(int worker) {
      String owner = "worker" + worker;
      String host = HOSTS.get(worker);
      check(
          "rescue " + host + " by " + worker,
          rooms.rescue.rescueHost(host, owner),
          model.rescueHost(host, owner));
    }

    private void letGo(String host) {
      check(
          "let go but for " + host, rooms.rescue.letGo(List.of(host)), (int) model.letGoBut(host));
    }

    private void pass() {
      int seconds = List.of(1, 5, 10, 31).get(random.nextInt(4));
      database.pass(Duration.ofSeconds(seconds));
      model.pass(seconds);
      told.add("pass " + seconds + " s");
    }

    private void pause() {
      boolean pause = random.nextBoolean();
      if (pause) {
        rooms.pause.pause();
      } else {
        rooms.pause.resume();
      }
      model.pause(pause);
      told.add(pause ? "pause" : "resume");
    }

    private <T> void check(String step, T actual, T expected) {
      told.add(step + " → " + actual);
      assertThat(actual).as(story()).isEqualTo(expected);
    }

    private String story() {
      return "seed " + seed + ":\n" + String.join("\n", told) + "\n";
    }

    private List<Long> line() {
      return rooms.jobs.waiting(100).stream()
          .filter(job -> !job.availableAt().isAfter(database.now()))
          .map(job -> job.id().number())
          .toList();
    }

    private List<String> shown() {
      Map<JobId, List<Attempt>> attempts = new LinkedHashMap<>();
      Map<Long, String> shown = new TreeMap<>();
      for (RunId run : runs) {
        rooms
            .jobs
            .attempts(run)
            .forEach(a -> attempts.computeIfAbsent(a.job(), j -> new ArrayList<>()).add(a));
        rooms
            .jobs
            .ofRun(run)
            .forEach(job ->
                shown.put(
                    job.id().number(), shown(job, attempts.getOrDefault(job.id(), List.of()))));
      }
      return List.copyOf(shown.values());
    }

    private static String shown(Job job, List<Attempt> attempts) {
      long fence = attempts.isEmpty() ? 0 : attempts.getLast().fence();
      String owner = job.state() == JobState.RUNNING ? attempts.getLast().owner() : null;
      return "%s attempt %d fence %d by %s for %s cancel %b failed %s endings %s"
          .formatted(
              job.state().id(),
              job.attempt(),
              fence,
              owner,
              job.wantedHost(),
              job.cancelRequestedAt() != null,
              job.failureKind(),
              endings(attempts));
    }

    private static List<String> endings(List<Attempt> attempts) {
      return attempts.stream()
          .map(Attempt::ending)
          .filter(Objects::nonNull)
          .map(AttemptEnding::id)
          .toList();
    }
  }
}
