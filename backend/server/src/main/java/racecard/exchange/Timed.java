package racecard.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import racecard.catalog.ContenderName;
import racecard.catalog.Plan;
import racecard.catalog.PlanJson;
import racecard.queue.PastJob;
import racecard.sample.Generation;
import racecard.sample.Sample;
import racecard.sample.SampleKind;

/**
 * One contender's rounds as other tools hold them: process by process, those of blocks without a
 * failure.
 *
 * @param processes one for each generation with such rounds
 */
record Timed(int cell, Plan plan, String contender, List<InProcess> processes) {
  /** The rounds of one child. */
  record InProcess(List<Sample> warmUps, List<Sample> rounds) {}

  private record Block(int cell, int generation, int number) {
    static Block of(Sample sample) {
      return new Block(sample.cell(), sample.generation(), sample.block());
    }
  }

  private record Place(int cell, int generation, String contender) {
    static Place of(Sample sample) {
      return new Place(sample.cell(), sample.generation(), sample.contender());
    }
  }

  /** Every contender that has such rounds, cell by cell. */
  static List<Timed> of(RunFile file) {
    Set<Block> failed = new HashSet<>();
    file.measured().samples().stream()
        .filter(one -> one.kind() == SampleKind.MEASURED && !one.valid())
        .forEach(one -> failed.add(Block.of(one)));
    Map<Place, List<Sample>> valid =
        file.measured().samples().stream()
            .filter(Sample::valid)
            .collect(Collectors.groupingBy(Place::of));
    List<Timed> all = new ArrayList<>();
    for (int cell : file.jobs().stream().map(PastJob::cell).distinct().sorted().toList()) {
      for (ContenderName contender : file.plan().contenders()) {
        Timed timed = of(file, cell, contender.toString(), valid, failed);
        if (!timed.processes.isEmpty()) {
          all.add(timed);
        }
      }
    }
    return all;
  }

  private static Timed of(
      RunFile file, int cell, String contender, Map<Place, List<Sample>> valid, Set<Block> failed) {
    List<InProcess> processes = new ArrayList<>();
    for (Generation generation : file.measured().generations()) {
      List<Sample> its =
          generation.cell() == cell
              ? valid.getOrDefault(new Place(cell, generation.number(), contender), List.of())
              : List.of();
      List<Sample> rounds =
          its.stream()
              .filter(one -> one.kind() == SampleKind.MEASURED)
              .filter(one -> !failed.contains(Block.of(one)))
              .toList();
      if (!rounds.isEmpty()) {
        List<Sample> before = its.stream().filter(Timed::warmsUp).toList();
        processes.add(new InProcess(before, rounds));
      }
    }
    return new Timed(cell, plan(file, cell), contender, processes);
  }

  private static boolean warmsUp(Sample sample) {
    return sample.kind() == SampleKind.COLD || sample.kind() == SampleKind.WARM_UP;
  }

  private static Plan plan(RunFile file, int cell) {
    return file.jobs().stream()
        .filter(job -> job.cell() == cell)
        .map(job -> PlanJson.read(job.planJson()))
        .findFirst()
        .orElse(file.plan());
  }

  /** All rounds, process after process. */
  List<Sample> rounds() {
    return processes.stream().flatMap(one -> one.rounds().stream()).toList();
  }

  /** The contender's name, with the cell behind it from the second on. */
  String name() {
    return cell == 0 ? contender : contender + "@" + cell;
  }

  /** The time of N tasks; a valid round has one. */
  static double ns(Sample sample) {
    Long ns = sample.wallNs();
    return ns == null ? Double.NaN : ns;
  }
}
