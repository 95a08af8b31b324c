package racecard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import racecard.catalog.Catalog;
import racecard.catalog.FoundRuntime;
import racecard.catalog.Manifest;
import racecard.runtime.Environments;
import racecard.runtime.Found;
import racecard.runtime.LeftOut;
import racecard.runtime.Runtimes;

/** The interpreters of this host, those that are left out, and their contenders' libraries. */
final class RuntimeFindings {
  private RuntimeFindings() {}

  static void add(Configuration configuration, Findings findings) {
    if (configuration.runtimes() == Configuration.Measured.JVM) {
      findings.add(Finding.ok("runtimes", "the JVM alone, as --runtimes says"));
      return;
    }
    Runtimes runtimes = configuration.openRuntimes();
    Found found = runtimes.look();
    for (FoundRuntime runtime : Catalog.of(found.runtimes()).found()) {
      findings.add(interpreter(runtime));
      if (runtime.reason() == null) {
        libraries(runtime, runtimes.environments().of(runtime), findings);
      }
    }
    leftOut(found.leftOut()).forEach(findings::add);
    absent(found.runtimes()).forEach(findings::add);
  }

  static Finding interpreter(FoundRuntime runtime) {
    String reason = runtime.reason();
    return Finding.ok(
        runtime.id(),
        "%s, %s%s"
            .formatted(
                runtime.version(),
                runtime.executable(),
                reason == null ? "" : ", not measured: " + reason));
  }

  private static void libraries(FoundRuntime runtime, Environments.State state, Findings findings) {
    String what = "libraries of " + runtime.id();
    switch (state) {
      case Environments.State.NotNeeded() -> {}
      case Environments.State.Absent() ->
          findings.add(
              new Finding(Finding.Level.OK, what, "not added", runtime.remedy() + " adds them"));
      case Environments.State.Made() -> findings.add(made(what, runtime));
      case Environments.State.Failed(String reason) ->
          findings.add(
              Finding.look(
                  what, "could not be added: " + reason, "mend that, then: " + runtime.remedy()));
    }
  }

  /** What was added may have been damaged since. */
  private static Finding made(String what, FoundRuntime runtime) {
    List<String> broken =
        runtime.missing().values().stream()
            .filter(FoundRuntime.Missing::byLibraries)
            .map(FoundRuntime.Missing::reason)
            .distinct()
            .toList();
    return broken.isEmpty()
        ? Finding.ok(what, "%d added".formatted(runtime.libraries().size()))
        : Finding.look(what, String.join(" ", broken), "again: " + runtime.remedy());
  }

  /** One for each reason in a directory: version managers keep a whole one of names to nothing. */
  static List<Finding> leftOut(List<LeftOut> all) {
    Map<String, List<LeftOut>> alike =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.executable().getParent() + "\n" + one.why(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return alike.values().stream().map(RuntimeFindings::leftOutAlike).toList();
  }

  private static Finding leftOutAlike(List<LeftOut> alike) {
    LeftOut first = alike.getFirst();
    String names =
        alike.stream()
            .map(one -> String.valueOf(one.executable().getFileName()))
            .collect(Collectors.joining(", "));
    return Finding.look(
        "left out",
        "%s in %s. %s".formatted(names, first.executable().getParent(), first.why()),
        "nothing, unless it should be measured");
  }

  private static List<Finding> absent(List<FoundRuntime> found) {
    return Manifest.all().stream()
        .filter(manifest -> !manifest.names().isEmpty())
        .filter(manifest -> found.stream().noneMatch(one -> one.folder().equals(manifest.folder())))
        .map(manifest ->
            Finding.look(
                manifest.title(),
                "no interpreter was found",
                "install one, or put it on the PATH, to measure its contenders"))
        .toList();
  }
}
