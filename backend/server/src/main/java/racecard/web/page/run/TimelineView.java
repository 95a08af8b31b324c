package racecard.web.page.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import racecard.catalog.Workload;
import racecard.report.ContenderResult;
import racecard.report.Figures;
import racecard.report.RunReport;
import racecard.sample.Lane;
import racecard.view.chart.Timeline;

/** One typical round of each contender, task by task. */
final class TimelineView {
  private static final int MOST_LANES = 100;

  private TimelineView() {}

  /** Null while there is none. */
  static @Nullable Timeline of(RunReport report) {
    List<Timeline.Group> groups = inOrder(report).map(one -> group(report, one)).toList();
    return groups.isEmpty() ? null : new Timeline(groups, legend(report), note(report, groups));
  }

  private static Stream<ContenderResult> inOrder(RunReport report) {
    List<ContenderResult> placed = report.placed();
    return Stream.concat(
            placed.stream(), report.contenders().stream().filter(one -> !placed.contains(one)))
        .filter(one -> one.timeline() != null);
  }

  private static Timeline.Group group(RunReport report, ContenderResult one) {
    racecard.sample.Timeline timeline = Objects.requireNonNull(one.timeline());
    return new Timeline.Group(
        Shown.contender(report, one),
        timeline.wallNs(),
        chosen(timeline.lanes()).stream().map(TimelineView::lane).toList());
  }

  private static List<Lane> chosen(List<Lane> all) {
    // A negative time is one that never came: the task failed.
    List<Lane> whole =
        all.stream().filter(lane -> lane.startedNs() >= 0 && lane.endedNs() >= 0).toList();
    if (whole.size() <= MOST_LANES) {
      return whole;
    }
    List<Lane> chosen = new ArrayList<>();
    for (int i = 0; i < MOST_LANES; i++) {
      chosen.add(whole.get((int) ((long) i * (whole.size() - 1) / (MOST_LANES - 1))));
    }
    return chosen;
  }

  private static Timeline.Lane lane(Lane lane) {
    return new Timeline.Lane(
        Math.max(0, lane.submittedNs()),
        lane.startedNs(),
        lane.endedNs(),
        lane.stepsNs().stream().filter(ns -> ns >= 0).map(Long::doubleValue).toList());
  }

  private static String legend(RunReport report) {
    return report.plan().workload() == Workload.FETCH
        ? "a lane is a task, a mark is a download, grey is waiting to start"
        : "a lane is a task, grey is waiting to start";
  }

  private static String note(RunReport report, List<Timeline.Group> groups) {
    int shown = groups.stream().mapToInt(group -> group.lanes().size()).max().orElse(0);
    int tasks =
        inOrder(report)
            .mapToInt(one -> Objects.requireNonNull(one.timeline()).tasks())
            .max()
            .orElse(0);
    return shown >= tasks
        ? ""
        : "%s of %s tasks, evenly chosen".formatted(Figures.count(shown), Figures.count(tasks));
  }
}
