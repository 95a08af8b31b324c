package racecard;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import racecard.queue.ClaimedJob;
import racecard.queue.FailureKind;
import racecard.queue.Finish;
import racecard.queue.InTransaction;
import racecard.queue.JobEnd;
import racecard.queue.JobState;
import racecard.queue.Lease;
import racecard.run.Run;
import racecard.sample.Kept;
import racecard.sample.Outcome;
import racecard.sample.Sample;
import racecard.sample.SampleKind;
import racecard.sample.Usage;

/**
 * Submits, claims, measures and finishes on one H2 file as fast as it can, saying on standard
 * output what the database acknowledged, until it is killed.
 *
 * <p>Arguments: the directory, and {@code careful} (as in production), {@code careless} (H2's own
 * delay of writes) or {@code drain} (submits nothing and ends when nothing is left).
 */
final class Hammer {
  private static final List<String> HOSTS = List.of("ash", "oak");
  private static final int STOCK = 40;

  private final Rooms rooms;
  private final boolean careful;
  private final boolean drain;
  private final String owner = UUID.randomUUID().toString();

  private Hammer(Rooms rooms, String mode) {
    this.rooms = rooms;
    this.careful = !mode.equals("careless");
    this.drain = mode.equals("drain");
  }

  /** Hammers until killed, or until nothing is left to drain. */
  public static void main(String[] arguments) throws InterruptedException {
    Path directory = Path.of(arguments[0]);
    String mode = arguments[1];
    try (Database database =
        mode.equals("careless")
            ? Database.at("jdbc:h2:file:" + directory.resolve("racecard"), "racecard", "racecard")
            : Database.embedded(directory)) {
      new Hammer(Rooms.on(database), mode).hammer();
    }
  }

  private void hammer() throws InterruptedException {
    for (String host : HOSTS) {
      rooms.rescue.rescueHost(host, owner);
    }
    stock();
    say("started");
    List<Thread> threads = new ArrayList<>();
    for (String host : HOSTS) {
      threads.add(Thread.ofPlatform().start(() -> work(host)));
    }
    if (careful && !drain) {
      threads.add(Thread.ofPlatform().start(this::submit));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    say("drained");
  }

  private void stock() {
    while (!drain && waiting() < STOCK) {
      rooms.submit();
    }
  }

  private void submit() {
    Random random = new Random();
    while (true) {
      if (waiting() > STOCK) {
        LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        continue;
      }
      String key = UUID.randomUUID().toString();
      Run run = rooms.submit("label", key);
      say("submitted", run.id().number(), key);
      if (random.nextInt(8) == 0) {
        rooms.queue.cancel(run.id());
        say("cancelled", run.id().number());
      }
    }
  }

  private void work(String host) {
    Random random = new Random();
    while (!(drain && unfinished() == 0)) {
      long seen = rooms.changes.count();
      Optional<ClaimedJob> job = rooms.queue.claim(owner, host);
      if (job.isPresent()) {
        measure(job.get(), host, random);
      } else {
        await(seen);
      }
    }
  }

  private void measure(ClaimedJob job, String host, Random random) {
    Lease lease = job.lease();
    long id = lease.job().number();
    say("claimed", id, lease.fence(), host);
    int generation = rooms.samples.begin(lease, "{}").orElseThrow();
    for (int seq = 1; seq <= 5; seq++) {
      if (rooms.samples.append(lease, List.of(sample(generation, seq))) == Kept.KEPT) {
        say("sampled", job.run().number(), generation, seq);
      }
    }
    rooms.queue.progress(lease, "{\"done\":5}");
    rooms.queue.renew(lease);
    end(job, random);
  }

  private void end(ClaimedJob job, Random random) {
    Lease lease = job.lease();
    long id = lease.job().number();
    switch (random.nextInt(6)) {
      case 0 -> {
        if (rooms.queue.giveBack(lease)) {
          say("given-back", id, lease.fence());
        }
      }
      case 1 ->
          ended(
              job,
              rooms.queue.finish(
                  lease, new JobEnd.Failed(FailureKind.WRONG_ANSWER, "x"), InTransaction.NOTHING));
      default ->
          ended(
              job,
              rooms.queue.finish(
                  lease,
                  new JobEnd.Done(),
                  rooms.outcomes.finishing(job.run(), lease, new Outcome(0, null, null, "{}"))));
    }
  }

  private void ended(ClaimedJob job, Finish finish) {
    if (finish == Finish.FINAL) {
      say("finished", job.lease().job().number(), job.lease().fence());
    }
  }

  private void await(long seen) {
    try {
      rooms.changes.await(seen, Duration.ofMillis(5));
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private long waiting() {
    return rooms.jobs.counts().getOrDefault(JobState.QUEUED, 0L);
  }

  private long unfinished() {
    return waiting() + rooms.jobs.counts().getOrDefault(JobState.RUNNING, 0L);
  }

  private static Sample sample(int generation, int seq) {
    return new Sample(
        0,
        generation,
        seq,
        1,
        1,
        "jvm/threads",
        SampleKind.MEASURED,
        true,
        null,
        1L,
        2L,
        1,
        "1",
        Usage.UNKNOWN,
        "{}");
  }

  // One write of one short line: a kill leaves it whole or not there.
  private static void say(String what, Object... values) {
    StringBuilder line = new StringBuilder(what);
    for (Object value : values) {
      line.append(' ').append(value);
    }
    byte[] bytes = line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    synchronized (System.out) {
      System.out.write(bytes, 0, bytes.length);
      System.out.flush();
    }
  }
}
