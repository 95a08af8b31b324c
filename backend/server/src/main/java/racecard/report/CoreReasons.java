package racecard.report;

import static racecard.report.Grounds.coresUsed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
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
    grounds.on(runtime).stream()
        .filter(this::tells)
        .collect(Collectors.groupingBy(this::why, LinkedHashMap::new, Collectors.toList()))
        .forEach((why, some) -> sentences.add(sentence(some, why)));
  }

  /** Whether a sentence says how many cores {@code one} used, and why. */
  boolean tells(ContenderResult one) {
    return grounds.cores() > 1
        && coresUsed(one) > 0
        && !Grounds.strategy(one).oneAtATime()
        && !why(one).isEmpty();
  }

  /** The rest of the sentence; empty where nobody can tell. */
  private String why(ContenderResult one) {
    if (coresUsed(one) < SEVERAL) {
      return Grounds.ownLock(one) ? "" : held();
    }
    return switch (gil) {
      case "on" -> Grounds.ownLock(one) ? own(one) : released();
      case "off" -> Grounds.ownLock(one) ? "" : ": the GIL is off";
      default -> "";
    };
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

  private static String own(ContenderResult one) {
    return Grounds.inProcesses(one)
        ? ": each process has a GIL of its own"
        : ": each has a GIL of its own";
  }

  private String sentence(List<ContenderResult> some, String why) {
    String names = SHORT.list(some.stream().map(ContenderResult::name).toList());
    return grounds.about(runtime, "%s used %s%s.".formatted(names, grounds.used(some), why));
  }
}
