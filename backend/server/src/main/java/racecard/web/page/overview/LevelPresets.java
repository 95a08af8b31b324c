package racecard.web.page.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import racecard.catalog.Catalog;
import racecard.catalog.Contender;
import racecard.catalog.ContenderName;
import racecard.catalog.FoundRuntime;
import racecard.catalog.Precision;
import racecard.catalog.Strategy;
import racecard.catalog.Workload;
import racecard.web.http.Form;

/** Presets that measure several cells: how far strategies scale, and which is best for what. */
final class LevelPresets {
  private static final int TASKS = 64;
  private static final List<String> PYTHON =
      List.of("threads", "thread-pool", "process-pool", "asyncio", "gevent");

  private LevelPresets() {}

  static Preset scaling(Catalog catalog) {
    List<String> contenders = new ArrayList<>(few(catalog));
    contenders.remove(Catalog.JVM + "/threads"); // much like the pool; fewer take less time
    contenders.addFirst(Catalog.JVM + "/" + Strategy.SEQUENTIAL);
    return new Preset(
        "How far does it scale?",
        "A service that computes for a fifth of its time, from 1 to 64 tasks in flight: where each"
            + " strategy stops getting faster.",
        List.of(
            new Preset.Start(
                "",
                form(contenders)
                    .with("mixed.cpu_percent", "20")
                    .with("levels.in_flight", "1, 2, 4, 8, 16, 32, 64"))));
  }

  static Preset map(Catalog catalog, Optional<FoundRuntime> python) {
    Stream<Preset.Start> ofPython =
        python.stream()
            .map(runtime -> new Preset.Start(runtime.id(), map(python(catalog, runtime), "4, 16")));
    return new Preset(
        "Which strategy for which service?",
        "A map: CPU share by tasks in flight, the measured winner in each square. Coarse first;"
            + " after three minutes it can be read.",
        Stream.concat(
                Stream.of(new Preset.Start(Catalog.JVM, map(few(catalog), "4, 16, 64"))), ofPython)
            .toList());
  }

  private static Form map(List<String> contenders, String inFlight) {
    return form(contenders)
        .with("baseline", contenders.isEmpty() ? "" : contenders.getFirst())
        .with("levels.cpu_percent", "0, 5, 20, 50, 100")
        .with("levels.in_flight", inFlight);
  }

  private static Form form(List<String> contenders) {
    return Form.EMPTY
        .with("workload", Workload.MIXED.id())
        .with("mixed.task_ms", "10")
        .with("tasks", String.valueOf(TASKS))
        .with("contenders", contenders)
        .with("precision", Precision.QUICK.id());
  }

  private static List<String> few(Catalog catalog) {
    return catalog.few(TASKS).stream().map(ContenderName::toString).toList();
  }

  private static List<String> python(Catalog catalog, FoundRuntime runtime) {
    return PYTHON.stream()
        .map(strategy -> new ContenderName(runtime.id(), strategy, 1))
        .filter(name -> catalog.find(name).filter(Contender::available).isPresent())
        .map(ContenderName::toString)
        .toList();
  }
}
