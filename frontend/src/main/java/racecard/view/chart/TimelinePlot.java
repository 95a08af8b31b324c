package racecard.view.chart;

import java.util.List;
import java.util.Locale;
import racecard.view.chart.Timeline.Group;
import racecard.view.chart.Timeline.Lane;

/**
 * Where the lanes of a timeline are drawn. Contenders too quick to be seen beside the slowest have
 * an axis of their own.
 */
public record TimelinePlot(List<ByRuntime<Panel>> groups) {
  private static final double TOO_QUICK = 1 / 16.0;

  /** How wide a drawing is; it is stretched to the room there is. */
  public static final int WIDTH = 2000;

  /**
   * Some contenders on one axis.
   *
   * @param title which ones; empty when they are all
   */
  public record Panel(String title, Axis axis, List<Strip> strips) {}

  /**
   * The lanes of one contender, as paths on a drawing {@link #WIDTH} wide.
   *
   * @param summary what is to be seen, in words
   * @param waiting from submission to start
   * @param running from start to end
   * @param steps the end of each step, where lanes are high enough to show them
   */
  public record Strip(
      Group group, String summary, double height, String waiting, String running, String steps) {}

  /** Lays out {@code timeline}. */
  public static TimelinePlot of(Timeline timeline) {
    return new TimelinePlot(
        ByRuntime.of(timeline.groups(), Group::contender).stream()
            .map(part -> part.map(TimelinePlot::panels))
            .toList());
  }

  private static List<Panel> panels(List<Group> groups) {
    double longest = longest(groups);
    List<Group> quick = groups.stream().filter(group -> end(group) < longest * TOO_QUICK).toList();
    if (quick.isEmpty()) {
      return List.of(panel("", groups, longest));
    }
    List<Group> slow = groups.stream().filter(group -> !quick.contains(group)).toList();
    double enlarged = longest / longest(quick);
    String title = String.format(Locale.ROOT, "The quick ones, enlarged %.0f times", enlarged);
    return List.of(panel(title, quick, longest(quick)), panel("The slow ones", slow, longest));
  }

  private static Panel panel(String title, List<Group> groups, double longest) {
    Axis axis = Axis.fromZero(longest);
    return new Panel(title, axis, groups.stream().map(group -> strip(group, axis)).toList());
  }

  private static double longest(List<Group> groups) {
    return groups.stream().mapToDouble(TimelinePlot::end).max().orElse(0);
  }

  private static double end(Group group) {
    return group.lanes().stream().mapToDouble(Lane::endedNs).reduce(group.wallNs(), Math::max);
  }

  private static Strip strip(Group group, Axis axis) {
    double pitch = pitch(group.lanes().size());
    double bar = pitch > 2 ? pitch - 1 : pitch;
    StringBuilder waiting = new StringBuilder();
    StringBuilder running = new StringBuilder();
    StringBuilder steps = new StringBuilder();
    for (int i = 0; i < group.lanes().size(); i++) {
      Lane lane = group.lanes().get(i);
      double y = i * pitch;
      box(waiting, axis, lane.submittedNs(), lane.startedNs(), y, bar);
      box(running, axis, lane.startedNs(), lane.endedNs(), y, bar);
      if (bar >= 1) {
        lane.stepsNs().forEach(step -> line(steps, axis, step, y, bar));
      }
    }
    return new Strip(
        group,
        Crowd.of(group.lanes()).words(),
        Math.max(group.lanes().size(), 1) * pitch,
        waiting.toString(),
        running.toString(),
        steps.toString());
  }

  /** How far apart lanes are: many of them share the height that a few need. */
  private static double pitch(int lanes) {
    return lanes <= 12 ? 4 : lanes <= 24 ? 3 : lanes <= 50 ? 2 : 0.5;
  }

  private static void box(
      StringBuilder path, Axis axis, double from, double to, double y, double height) {
    if (to > from) {
      double x = axis.along(from, WIDTH);
      double width = Math.max(3, axis.along(to, WIDTH) - x);
      path.append("M%s %sh%sv%sh-%sz".formatted(n(x), n(y), n(width), n(height), n(width)));
    }
  }

  private static void line(StringBuilder path, Axis axis, double at, double y, double height) {
    path.append("M%s %sv%s".formatted(n(axis.along(at, WIDTH)), n(y), n(height)));
  }

  private static String n(double number) {
    String text = String.format(Locale.ROOT, "%.1f", number);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
