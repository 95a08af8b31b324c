package racecard.report;

import static racecard.report.Grounds.coresUsed;

import java.util.List;
import java.util.function.Predicate;
import racecard.catalog.Workload;

/** Why the contenders of one runtime used as many cores as they did, for work that computes. */
final class CoreReasons {
  private static final Names SHORT = new Names(false);
  // Less than this is one core and what the runtime does beside it.
  private static final double SEVERAL = 1.3;

  private final Grounds grounds;
  private final String runtime;
  private final String gil;

  CoreReasons(Grounds grounds, String runtime) {
    this.grounds = grounds;
    this.runtime = runtime;
    this.gil =
        grounds.on(runtime).stream()
            .map(one -> grounds.fact(one, "gil"))
            .filter(said -> !said.isEmpty())
            .findFirst()
            .orElse("");
  }

  void into(List<String> sentences) {
    if (grounds.cores() < 2) {
      return;
    }
    say(one -> !Grounds.inProcesses(one) && coresUsed(one) < SEVERAL, held(), sentences);
    switch (gil) {
      case "on" -> withGil(sentences);
      case "off" -> say(one -> within(one) && several(one), ": the GIL is off", sentences);
      default -> {}
    }
  }

  private void withGil(List<String> sentences) {
    say(one -> within(one) && several(one), released(), sentences);
    say(one -> interpreters(one) && several(one), ": each has a GIL of its own", sentences);
    say(
        one -> Grounds.inProcesses(one) && several(one),
        ": each process has a GIL of its own",
        sentences);
  }

  private String held() {
    return gil.equals("on")
        ? ": the GIL is on, so one thread executes Python at a time"
        : ", no more than one after another";
  }

  private String released() {
    return grounds.plan().workload() == Workload.HASH
        ? " although the GIL is on: hashlib lets it go while it works on a large buffer"
        : " although the GIL is on";
  }

  private void say(Predicate<ContenderResult> who, String why, List<String> sentences) {
    List<ContenderResult> some =
        grounds.on(runtime).stream()
            .filter(one -> coresUsed(one) > 0 && !Grounds.strategy(one).oneAtATime())
            .filter(who)
            .toList();
    if (!some.isEmpty()) {
      String names = SHORT.list(some.stream().map(ContenderResult::name).toList());
      sentences.add(
          grounds.about(runtime, "%s used %s%s.".formatted(names, grounds.used(some), why)));
    }
  }

  private static boolean within(ContenderResult one) {
    return !Grounds.inProcesses(one) && !interpreters(one);
  }

  private static boolean several(ContenderResult one) {
    return coresUsed(one) >= SEVERAL;
  }

  private static boolean interpreters(ContenderResult one) {
    return Grounds.name(one).strategy().equals("interpreters");
  }
}
