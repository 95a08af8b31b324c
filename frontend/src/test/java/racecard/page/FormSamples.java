package racecard.page;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import racecard.view.Contender;
import racecard.view.Hidden;
import racecard.view.Link;
import racecard.view.Option;
import racecard.view.form.EstimateLine;
import racecard.view.form.NewRun;
import racecard.view.form.NumberField;
import racecard.view.form.TextField;

/** The form for a new run: fresh, with many runtimes, and refused. */
final class FormSamples {
  private FormSamples() {}

  static NewRun fresh() {
    return form(null, List.of(), List.of(), List.of(jvm()));
  }

  static NewRun refused() {
    return form(
        "must be 1 to 5,000,000; 200,000 takes about 0.1 s per task here",
        List.of("The queue takes at most 1,000 runs."),
        List.of("processes would start 4,000 JVMs, about 6 min for one round."),
        List.of(jvm(), python()));
  }

  private static NewRun form(
      @Nullable String error,
      List<String> problems,
      List<String> doubts,
      List<NewRun.RuntimeGroup> runtimes) {
    return new NewRun(
        Samples.frame("New run"),
        List.of(new Hidden("submit_key", "a1b2c3")),
        error == null ? null : new Link("run k3v9q2mw", "/runs/k3v9q2mw"),
        problems,
        doubts,
        workloads(error),
        new NewRun.Contenders(
            runtimes,
            List.of(
                new Option("", "sequential of the same runtime", true),
                new Option("jvm/sequential", "jvm/sequential", false)),
            error == null ? null : "must be one of those below",
            null),
        true,
        new NewRun.Amount(
            number("tasks", "tasks", "", "10", 10_000, "", null),
            number("in_flight", "at most in flight", "", "10", 10_000, "empty: all of them", null),
            List.of(
                new TextField(
                    "levels.in_flight",
                    "levels of in flight",
                    "1, 2, 4",
                    120,
                    1,
                    "as 1, 2, 4, 8",
                    error == null ? null : "must be 2 to 12 different levels")),
            error != null,
            List.of(
                new NewRun.PrecisionChoice(
                    "quick", "Quick", "three generations of three blocks", false),
                new NewRun.PrecisionChoice(
                    "balanced", "Balanced", "until each is told apart from its baseline", true),
                new NewRun.PrecisionChoice(
                    "careful", "Careful", "until each is told apart from the leader too", false)),
            null),
        advanced(error),
        new EstimateLine(
            "7 contenders ≈ 1 min 10 s · 1 run ahead of you, starts at about 14:05",
            error == null ? "" : "processes is skipped: 4,000 JVMs need about 256 GB."));
  }

  private static NewRun.Advanced advanced(@Nullable String error) {
    return new NewRun.Advanced(
        error != null,
        List.of(
            new Option("1", "1 %", false),
            new Option("3", "3 %", false),
            new Option("5", "5 %", true)),
        number("budget_s", "budget", "s", "", 86_400, "empty: 120 s", null),
        number("seed", "seed", "", "", Long.MAX_VALUE, "empty: a new one", null),
        new TextField("label", "label", "first try", 200, 1, "", null),
        new TextField("tags", "tags", "demo", 200, 1, "separated by commas or spaces", error),
        new TextField("note", "note", "", 4000, 3, "", null));
  }

  private static List<NewRun.WorkloadChoice> workloads(@Nullable String error) {
    return List.of(
        new NewRun.WorkloadChoice(
            "power",
            "power",
            "a ** b on big integers: pure CPU work",
            "about 0.1 s per task here",
            true,
            List.of(
                number("power.base", "base", "", "7777", 1_000_000_000, "", null),
                number(
                    "power.exponent",
                    "exponent",
                    "",
                    error == null ? "200000" : "9e6",
                    5_000_000,
                    "",
                    error)),
            null),
        new NewRun.WorkloadChoice(
            "fetch",
            "fetch",
            "downloads URLs one after another: waiting for a network",
            "about 0.2 s per task here",
            false,
            List.of(
                number("fetch.urls_per_task", "URLs per task", "", "4", 100, "", null),
                number("fetch.delay_ms", "delay", "ms", "50", 10_000, "", null)),
            new TextField(
                "fetch.urls", "or your own URLs", "", 20_000, 3, "one a line, http:// only", null)),
        plain("hash", "SHA-256 over large buffers: CPU work that lets CPython's GIL go"),
        plain("sleep", "waits and does nothing: waiting without a network"),
        plain("mixed", "computes for a share of the time and waits for the rest"));
  }

  private static NewRun.WorkloadChoice plain(String id, String sentence) {
    return new NewRun.WorkloadChoice(
        id,
        id,
        sentence,
        "",
        false,
        List.of(number(id + ".amount", "amount", "ms", "50", 60_000, "", null)),
        null);
  }

  private static NumberField number(
      String name,
      String label,
      String unit,
      String value,
      long max,
      String hint,
      @Nullable String error) {
    return new NumberField(name, label, unit, value, 1, max, hint, error);
  }

  private static NewRun.RuntimeGroup jvm() {
    return new NewRun.RuntimeGroup(
        "JVM · Temurin 25.0.3",
        true,
        List.of(
            choice("jvm/sequential", "one task after another", true),
            choice("jvm/threads", "a platform thread for each task", true),
            choice("jvm/thread-pool", "a fixed number of platform threads", true),
            choice("jvm/processes", "a process for each task", true),
            choice("jvm/process-pool", "a fixed number of processes", true),
            choice("jvm/virtual-threads", "a virtual thread for each task", true),
            choice("jvm/event-loop", "one loop thread; CPU work handed to an executor", true),
            new NewRun.ContenderChoice(
                new Contender("jvm/event-loop-blocking", "event-loop-blocking"),
                "blocks inside the loop",
                false,
                true)),
        List.of(),
        List.of());
  }

  private static NewRun.RuntimeGroup python() {
    return new NewRun.RuntimeGroup(
        "cpython-3.13 · CPython 3.13",
        false,
        Stream.of("sequential", "threads", "processes", "asyncio", "uvloop", "trio", "curio")
            .map(id -> choice("cpython-3.13/" + id, "what " + id + " does", true))
            .toList(),
        List.of(
            new NewRun.Missing(
                List.of(new Contender("cpython-3.13/gevent", "gevent")),
                "The library gevent is not installed.")),
        List.of("./racecard libraries cpython-3.13"));
  }

  private static NewRun.ContenderChoice choice(String name, String sentence, boolean chosen) {
    return new NewRun.ContenderChoice(
        new Contender(name, name.substring(name.indexOf('/') + 1)), sentence, chosen, false);
  }
}
