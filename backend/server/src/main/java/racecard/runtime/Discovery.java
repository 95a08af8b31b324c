package racecard.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import racecard.catalog.FoundRuntime;
import racecard.catalog.Manifest;
import racecard.catalog.RuntimesJson;
import tools.jackson.core.JacksonException;

/** Asks every interpreter of this host what it is. */
final class Discovery {
  private static final int AT_ONCE = 2;

  private final Executables executables;
  private final Environments environments;
  private final Duration limit;
  private final List<LeftOut> leftOut = new ArrayList<>();

  /** Each may take {@code limit} to answer. */
  Discovery(Executables executables, Environments environments, Duration limit) {
    this.executables = executables;
    this.environments = environments;
    this.limit = limit;
  }

  /** What an executable said. */
  private sealed interface Answer {
    record Described(FoundRuntime runtime) implements Answer {}

    record Useless(LeftOut why) implements Answer {}
  }

  /**
   * The runtimes of this host; of several with one name the first that was found. Nothing when the
   * thread is interrupted, which then stays so.
   */
  Found find() {
    Map<String, FoundRuntime> found = new LinkedHashMap<>();
    try (ExecutorService askers = Executors.newFixedThreadPool(AT_ONCE)) {
      for (Manifest manifest : Manifest.all()) {
        all(askers, executables.of(manifest), path -> ask(manifest, path))
            .forEach(answer -> note(answer, found));
      }
      return new Found(all(askers, found.values(), this::withLibraries), leftOut);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Found.NOTHING;
    }
  }

  private static <Q, A> List<A> all(
      ExecutorService askers, Collection<Q> questions, Function<Q, A> ask)
      throws InterruptedException {
    List<Callable<A>> asked = new ArrayList<>();
    questions.forEach(question -> asked.add(() -> ask.apply(question)));
    return askers.invokeAll(asked).stream().map(Future::resultNow).toList();
  }

  private void note(Answer answer, Map<String, FoundRuntime> found) {
    switch (answer) {
      case Answer.Described(FoundRuntime runtime) -> found.putIfAbsent(runtime.id(), runtime);
      case Answer.Useless(LeftOut why) -> leftOut.add(why);
    }
  }

  /** As its environment makes it, where it has one; with a word about that. */
  private FoundRuntime withLibraries(FoundRuntime runtime) {
    String word =
        switch (environments.of(runtime)) {
          case Environments.State.NotNeeded() -> "";
          case Environments.State.Absent() -> "not added; add them with " + runtime.remedy();
          case Environments.State.Made() -> "added by Racecard, in an environment of its own";
          case Environments.State.Failed(String reason) ->
              "could not be added: %s Try again with %s".formatted(reason, runtime.remedy());
        };
    FoundRuntime equipped = equipped(runtime);
    return word.isEmpty() ? equipped : equipped.knowing("Libraries", word);
  }

  private FoundRuntime equipped(FoundRuntime runtime) {
    Path interpreter = environments.interpreter(runtime);
    if (interpreter.equals(Path.of(runtime.executable()))) {
      return runtime;
    }
    return ask(Manifest.in(runtime.folder()), interpreter) instanceof Answer.Described(var equipped)
        ? Optional.of(equipped)
            .filter(one -> one.id().equals(runtime.id()))
            .map(one -> one.at(runtime.executable()))
            .orElse(runtime)
        : runtime;
  }

  private Answer ask(Manifest manifest, Path executable) {
    String folder = environments.runners().resolve(manifest.folder()).toString();
    Filled filled = new Filled(executable.toString(), folder, environments.directory(), "");
    List<String> command = manifest.describe().stream().map(filled::fill).toList();
    return switch (Command.run(command, false, limit)) {
      case Command.Result.Done(String output) -> read(manifest, executable, output);
      case Command.Result.Failed(String why, String output) ->
          new Answer.Useless(new LeftOut(executable, "Asked what it is, it " + why + "."));
    };
  }

  private static Answer read(Manifest manifest, Path executable, String output) {
    try {
      return new Answer.Described(RuntimesJson.described(manifest.folder(), output));
    } catch (JacksonException | IllegalArgumentException notOne) {
      String why = "What it said of itself cannot be read: " + notOne.getMessage();
      return new Answer.Useless(new LeftOut(executable, why));
    }
  }
}
