package racecard.web.page.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import racecard.report.Answer;
import racecard.report.Conditions;
import racecard.report.Figures;
import racecard.report.Reports;
import racecard.report.RunReport;
import racecard.report.Sweep;
import racecard.run.Imported;
import racecard.run.Run;
import racecard.statistics.Assessment;
import racecard.view.Contender;
import racecard.web.page.FlagTitles;
import racecard.web.page.Lines;
import racecard.web.page.Times;

/** The head of the page: the answer, its conditions and how far to trust it. */
record AnswerView(Times times) {

  racecard.view.run.Answer of(RunReport report) {
    Run run = report.run();
    Answer answer = report.answer();
    return new racecard.view.run.Answer(
        run.publicId(),
        run.label(),
        report.work(),
        times.moment(run.createdAt()),
        Lines.state(run.state()),
        duration(run),
        Shown.contender(report, answer.leader()),
        answer.winner(),
        answer.rest(),
        Conditions.of(report),
        grade(report.assessment()),
        Warnings.of(report.assessment()),
        answer.provisional(),
        imported(run),
        run.tags(),
        run.note());
  }

  /** The same of all cells of a run of several; each cell has its own grade and warnings. */
  racecard.view.run.Answer of(Sweep sweep) {
    Run run = sweep.run();
    Answer answer = sweep.answer();
    String leader = answer.leader();
    return new racecard.view.run.Answer(
        run.publicId(),
        run.label(),
        Reports.work(run),
        times.moment(run.createdAt()),
        Lines.state(run.state()),
        duration(run),
        leader == null ? null : new Contender(leader, sweep.label(leader)),
        answer.winner(),
        answer.rest(),
        Conditions.of(sweep),
        null,
        List.of(),
        answer.provisional(),
        imported(run),
        run.tags(),
        run.note());
  }

  private String imported(Run run) {
    Imported from = run.imported();
    if (from == null) {
      return "";
    }
    String tool = (Reports.tool(from) + " " + from.version()).strip();
    return "Measured elsewhere%s by %s; imported %s by the %s."
        .formatted(
            from.url().isEmpty() ? "" : ", as " + from.url() + ",",
            tool,
            times.moment(from.at()).text(),
            from.by().equals("api") ? "API" : from.by());
  }

  /** Empty while it goes on: a text that changes by itself would replace the head every second. */
  private static String duration(Run run) {
    Instant started = run.startedAt();
    Instant finished = run.finishedAt();
    boolean unknown = run.imported() != null && run.imported().foreign();
    if (started == null || finished == null || unknown) {
      return "";
    }
    String span = Figures.span(Math.max(0, Duration.between(started, finished).toSeconds()));
    return switch (run.state()) {
      case QUEUED, RUNNING, STOPPING -> "";
      case DONE -> "done in " + span;
      case FAILED -> "failed after " + span;
      case CANCELLED -> "cancelled after " + span;
    };
  }

  private static racecard.view.run.Answer.@Nullable Grade grade(@Nullable Assessment assessment) {
    if (assessment == null || assessment.comparison().leader() == null) {
      return null;
    }
    return new racecard.view.run.Answer.Grade(assessment.grade(), reason(assessment));
  }

  private static String reason(Assessment assessment) {
    List<String> reasons = new ArrayList<>();
    Warnings.sorted(assessment).forEach(flag -> reasons.add(FlagTitles.of(flag.kind())));
    if (assessment.grade().equals("A")) {
      return "measured alone, nothing disturbed it";
    }
    String first = Objects.requireNonNull(reasons.getFirst());
    return assessment.grade().equals("C")
        ? first
            + ": only differences above %s count"
                .formatted(Figures.margin(assessment.marginPercent()))
        : first + (reasons.size() > 1 ? " and %d more".formatted(reasons.size() - 1) : "");
  }
}
