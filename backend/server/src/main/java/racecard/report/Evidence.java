package racecard.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import racecard.catalog.Workload;
import racecard.queue.Attempt;
import racecard.queue.AttemptEnding;
import racecard.sample.Generation;
import racecard.sample.Sample;
import tools.jackson.databind.JsonNode;

/** Says what a run was measured on and how undisturbed, from what was noted meanwhile. */
final class Evidence {
  private final Stored stored;
  private final @Nullable MeasuredOn host;

  private Evidence(Stored stored, @Nullable MeasuredOn host) {
    this.stored = stored;
    this.host = host;
  }

  /** Null before a generation began. */
  static @Nullable Surroundings of(Stored stored, @Nullable MeasuredOn host) {
    return stored.generations().isEmpty() ? null : new Evidence(stored, host).surroundings();
  }

  private Surroundings surroundings() {
    NoiseEvidence noise = noise();
    SequencedMap<String, String> evidence = new LinkedHashMap<>();
    noise.into(evidence);
    return new Surroundings(EnvironmentFacts.of(stored, host), alone(noise), evidence, noise);
  }

  private NoiseEvidence noise() {
    List<Sample> timed = stored.samples().stream().filter(s -> s.wallNs() != null).toList();
    NoiseSeen seen = new NoiseSeen(stored.samples(), host == null ? 0 : host.cores());
    JsonNode clock = Facts.latest(stored).path("clock");
    return new NoiseEvidence(
        timed.size(),
        overlaps(timed),
        seen.blocks(),
        seen.seen(),
        seen.foreignByBlock(),
        clock.path("source").isString() ? clock.path("source").stringValue() : null,
        clock.path("grain_ns").isNumber() ? clock.path("grain_ns").longValue() : null,
        Facts.latest(stored).path("origin").isObject());
  }

  private String alone(NoiseEvidence noise) {
    if (stored.plan().workload() == Workload.FOREIGN) {
      return "Another tool measured one after the other and kept no record of what else was going on.";
    }
    if (noise.rounds() == 0) {
      return "No round has ended yet." + interruptions();
    }
    String all = Figures.count(noise.rounds());
    String never =
        noise.overlapping() == 0
            ? "None of %s rounds overlapped another".formatted(all)
            : "%s of %s rounds overlapped another"
                .formatted(Figures.count(noise.overlapping()), all);
    return "%s; each block's order was drawn anew (seed %d).%s"
        .formatted(never, stored.plan().seed(), interruptions());
  }

  /** Rounds that began before the one started before them had ended; clocks restart with hosts. */
  private static int overlaps(List<Sample> timed) {
    int overlaps = 0;
    for (List<Sample> generation :
        timed.stream().collect(Collectors.groupingBy(Sample::generation)).values()) {
      List<Sample> inOrder =
          generation.stream().sorted(Comparator.comparingLong(Sample::startedNs)).toList();
      for (int i = 1; i < inOrder.size(); i++) {
        Sample before = inOrder.get(i - 1);
        long ended =
            before.startedNs() + Objects.requireNonNull(before.wallNs()) * before.repeats();
        // The division by the repeats lost less than a nanosecond for each.
        overlaps += inOrder.get(i).startedNs() < ended - before.repeats() ? 1 : 0;
      }
    }
    return overlaps;
  }

  private String interruptions() {
    List<Integer> resumed = new ArrayList<>();
    long interrupted = 0;
    for (int i = 0; i < stored.attempts().size(); i++) {
      AttemptEnding ending = stored.attempts().get(i).ending();
      if (ending == AttemptEnding.HANDED_BACK || ending == AttemptEnding.LOST) {
        interrupted++;
        resumedAfter(i).ifPresent(resumed::add);
      }
    }
    if (interrupted == 0) {
      return "";
    }
    String times = interrupted == 1 ? "once" : interrupted + " times";
    return " Interrupted %s%s.".formatted(times, resumed(resumed));
  }

  private Optional<Integer> resumedAfter(int attempt) {
    if (attempt + 1 >= stored.attempts().size()) {
      return Optional.empty();
    }
    Attempt next = stored.attempts().get(attempt + 1);
    return stored.generations().stream()
        .filter(g -> g.job().equals(next.job()) && g.fence() == next.fence())
        .map(Generation::number)
        .findFirst();
  }

  private static String resumed(List<Integer> generations) {
    List<String> numbers = generations.stream().distinct().map(String::valueOf).toList();
    if (numbers.isEmpty()) {
      return "";
    }
    return ", resumed at generation " + String.join(" and ", numbers);
  }
}
