package racecard.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import racecard.catalog.ContenderName;
import racecard.catalog.Levels;
import racecard.catalog.Plan;
import racecard.catalog.PlanJson;
import racecard.queue.PastJob;
import racecard.run.Imported;
import tools.jackson.core.JacksonException;

/** Reads what {@link RunFileWriter} wrote, and says where a file is something else. */
public final class RunFileReader {
  private static final int CONTENDERS = 60;
  private static final int TASKS = 1_000_000_000;
  private static final int TAGS = 20;

  private RunFileReader() {}

  /**
   * The run in a file.
   *
   * @throws BadFile with the place of what is wrong
   */
  public static RunFile read(byte[] file) {
    return read(Document.read(file));
  }

  static RunFile read(Spot root) {
    Spot format = root.in("format");
    if (!format.text(100).equals(RunFile.FORMAT)) {
      throw format.wrong("must be " + RunFile.FORMAT);
    }
    Spot version = root.in("format_version");
    if (version.whole(0, Integer.MAX_VALUE) != RunFile.FORMAT_VERSION) {
      throw version.wrong("is a version that this Racecard does not know; it knows 1");
    }
    Spot run = root.in("run");
    Plan plan = plan(run.in("plan"));
    Levels levels = LevelsReader.read(run, plan);
    List<PastJob> jobs = JobsReader.read(root.in("jobs"));
    CellCheck check = new CellCheck(levels.cells(plan), jobs);
    check.jobs(root.in("jobs"));
    check.cells(root.in("cells"));
    return new RunFile(
        root.in("racecard").text(40),
        run.in("id").text(40),
        run.in("url").text(500),
        run.orNull("imported", RunFileReader::imported),
        line(run.in("label"), 200),
        tags(run.in("tags")),
        run.in("note").text(10_000),
        run.in("submitted_by").text(200),
        run.in("created_at").instant(),
        plan,
        levels,
        jobs,
        new MeasuredReader(jobs, plan).read(root.in("cells")));
  }

  /** A plan that this version would write the same. */
  static Plan plan(Spot spot) {
    Plan plan = parsed(spot);
    String again = PlanJson.write(plan);
    if (!Document.JSON.readTree(again).equals(Document.JSON.readTree(spot.json(1_000_000)))) {
      throw spot.wrong("has members that this version does not know, or lacks some");
    }
    spot.in("tasks").whole(1, TASKS);
    spot.in("in_flight").whole(1, plan.tasks());
    spot.in("contenders").each(CONTENDERS);
    spot.in("margin_percent").whole(1, 10);
    spot.in("budget_s").whole(1, 1_000_000);
    if (plan.contenders().stream().distinct().count() < plan.contenders().size()) {
      throw spot.in("contenders").wrong("must name each contender once");
    }
    ContenderName baseline = plan.baseline();
    if (baseline != null && !plan.contenders().contains(baseline)) {
      throw spot.in("baseline").wrong("must be one of the contenders");
    }
    return plan;
  }

  private static Plan parsed(Spot spot) {
    try {
      return PlanJson.read(spot.json(1_000_000));
    } catch (JacksonException notAPlan) {
      throw spot.wrong(
          "is not a plan: " + notAPlan.getOriginalMessage().lines().findFirst().orElse(""));
    } catch (IllegalArgumentException | NoSuchElementException | NullPointerException notAPlan) {
      throw spot.wrong("is not a plan that this version knows: " + notAPlan.getMessage());
    }
  }

  private static Imported imported(Spot spot) {
    return new Imported(
        spot.in("tool").text(40),
        spot.in("version").text(100),
        spot.in("id").text(40),
        spot.in("url").text(500),
        spot.in("by").text(100),
        spot.in("at").instant());
  }

  /** A single line without a change of direction, as forms take it. */
  static String line(Spot spot, int most) {
    String line = spot.text(most);
    boolean unfit =
        line.codePoints()
            .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
    if (unfit) {
      throw spot.wrong("must be a single line without control characters");
    }
    return line;
  }

  private static List<String> tags(Spot spot) {
    List<String> tags = new ArrayList<>();
    spot.each(TAGS).forEach(tag -> tags.add(line(tag, 40)));
    return tags;
  }

  static @Nullable String maybe(Spot spot, String name, int most) {
    return spot.orNull(name, member -> member.text(most));
  }
}
