package racecard;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import racecard.catalog.FoundRuntime;
import racecard.host.Orphans;
import racecard.runtime.Environments;
import racecard.runtime.Runtimes;
import racecard.runtime.Turn;

/** The command that adds the contenders' libraries to runtimes, also while a server runs. */
final class Libraries {
  private static final int FAILED = 1;
  private static final Duration PATIENCE = Duration.ofHours(1);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

  private static final String NONE =
      "No runtime that needs libraries was found: ./racecard doctor says what was looked through,"
          + " and --runtimes jvm looks for none";

  private Libraries() {}

  /** Adds them to the runtimes named {@code ids}, or says which there are when none is named. */
  static int run(Configuration configuration, List<String> ids) {
    Runtimes runtimes = configuration.openRuntimes();
    SequencedMap<String, FoundRuntime> needing = needing(runtimes);
    if (needing.isEmpty()) {
      throw new CannotOpen(NONE, null);
    }
    if (ids.isEmpty()) {
      needing.values().forEach(one -> System.out.println(line(one, state(runtimes, one))));
      return 0;
    }
    List<FoundRuntime> named = ids.stream().map(id -> named(id, needing)).toList();
    Orphans.endAbandoned(); // a killed one's commands would write where these do
    DataDirectory.claim(configuration.data());
    CountDownLatch ended = new CountDownLatch(1);
    endWithProgram(Thread.currentThread(), ended);
    try (Turn _ = turn(runtimes)) {
      return add(runtimes, named);
    } finally {
      ended.countDown();
    }
  }

  private static SequencedMap<String, FoundRuntime> needing(Runtimes runtimes) {
    SequencedMap<String, FoundRuntime> needing = new LinkedHashMap<>();
    runtimes.look().runtimes().stream()
        .filter(one -> !(state(runtimes, one) instanceof Environments.State.NotNeeded))
        .forEach(one -> needing.put(one.id(), one));
    return needing;
  }

  private static FoundRuntime named(String id, SequencedMap<String, FoundRuntime> needing) {
    FoundRuntime runtime = needing.get(id);
    if (runtime == null) {
      throw new UsageError(
          "There is no runtime %s here that needs libraries%s"
              .formatted(id, Nearest.question(id, needing.keySet().stream().sorted().toList())));
    }
    return runtime;
  }

  private static Turn turn(Runtimes runtimes) {
    return runtimes
        .toAdd(Duration.ZERO)
        .or(() -> {
          System.out.println(
              "Waiting until the job in hand has ended and nobody else adds any ...");
          return runtimes.toAdd(PATIENCE);
        })
        .orElseThrow(() ->
            new CannotOpen(
                "No libraries were added: this host was busy all the while. Try again later",
                null));
  }

  private static int add(Runtimes runtimes, List<FoundRuntime> named) {
    int code = 0;
    for (FoundRuntime runtime : named) {
      System.out.printf("Adding libraries to %s (%s) ...%n", runtime.id(), runtime.executable());
      Environments.State made = runtimes.environments().make(runtime);
      System.out.println(line(runtime, made));
      code = made instanceof Environments.State.Made ? code : FAILED;
    }
    return code;
  }

  // The commands that it runs are ended by its thread, which must be given the time.
  private static void endWithProgram(Thread adding, CountDownLatch ended) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  adding.interrupt();
                  await(ended);
                },
                "stop"));
  }

  private static void await(CountDownLatch ended) {
    try {
      ended.await(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static String line(FoundRuntime runtime, Environments.State state) {
    return runtime.id()
        + switch (state) {
          case Environments.State.NotNeeded() -> ": needs none";
          case Environments.State.Absent() -> ": not added";
          case Environments.State.Made() -> ": added";
          case Environments.State.Failed(String reason) -> ": could not be added: " + reason;
        };
  }

  private static Environments.State state(Runtimes runtimes, FoundRuntime runtime) {
    return runtimes.environments().of(runtime);
  }
}
