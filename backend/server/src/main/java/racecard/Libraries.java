package racecard;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import racecard.catalog.FoundRuntime;
import racecard.runtime.Environments;
import racecard.runtime.Runtimes;

/** The command that adds the contenders' libraries to runtimes, also while a server runs. */
final class Libraries {
  private static final int FAILED = 1;

  private Libraries() {}

  /** Adds them to the runtimes named {@code ids}, or says which there are when none is named. */
  static int run(Configuration configuration, List<String> ids) {
    Runtimes runtimes = configuration.openRuntimes();
    Map<String, FoundRuntime> needing =
        runtimes.look().runtimes().stream()
            .filter(one -> !(state(runtimes, one) instanceof Environments.State.NotNeeded))
            .collect(Collectors.toMap(FoundRuntime::id, one -> one));
    if (ids.isEmpty()) {
      needing.values().forEach(one -> System.out.println(line(runtimes, one)));
      return 0;
    }
    DataDirectory.claim(configuration.data());
    int code = 0;
    for (String id : ids) {
      FoundRuntime runtime = needing.get(id);
      if (runtime == null) {
        throw new UsageError(
            "There is no runtime %s here that needs libraries%s"
                .formatted(id, Nearest.question(id, needing.keySet().stream().sorted().toList())));
      }
      System.out.printf("Adding libraries to %s (%s) ...%n", id, runtime.executable());
      runtimes.environments().make(runtime);
      System.out.println(line(runtimes, runtime));
      code = state(runtimes, runtime) instanceof Environments.State.Made ? code : FAILED;
    }
    return code;
  }

  private static String line(Runtimes runtimes, FoundRuntime runtime) {
    return runtime.id()
        + switch (state(runtimes, runtime)) {
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
