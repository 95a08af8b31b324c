package racecard.web.page.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import racecard.catalog.Workload;
import racecard.report.Further;
import racecard.report.RunReport;
import racecard.report.Sweep;
import racecard.run.Run;
import racecard.view.Hidden;
import racecard.view.Link;
import racecard.view.PostForm;
import racecard.view.run.Actions;

/** What can be done with a run in its state. */
final class ActionsView {
  private ActionsView() {}

  static Actions of(RunReport report, Run run, String csrf) {
    Further further = report.further();
    boolean measured = report.contenders().stream().anyMatch(one -> !one.marks().isEmpty());
    return of(run, csrf, further, measured, CellLinks.field(run, report.plan()));
  }

  /** Of all cells together: measuring more is asked for cell by cell. */
  static Actions of(Sweep sweep, String csrf) {
    return of(sweep.run(), csrf, null, sweep.measured() > 0, List.of());
  }

  private static Actions of(
      Run run, String csrf, @Nullable Further further, boolean measured, List<Hidden> cell) {
    String href = "/runs/" + run.publicId();
    boolean ended = run.state().isFinal();
    boolean foreign = run.plan().workload() == Workload.FOREIGN;
    boolean mayGrow = ended && run.imported() == null;
    return new Actions(
        ended ? href + "/shares" : null,
        ended && !foreign ? new PostForm("/runs", csrf, Request.form(run)) : null,
        foreign ? null : "/runs/new?from=" + run.publicId(),
        mayGrow ? more(href, csrf, further, cell) : null,
        mayGrow && further != null ? further.hint() : "",
        switch (run.state()) {
          case QUEUED, RUNNING -> PostForm.to(href + "/cancellation", csrf);
          case STOPPING, DONE, FAILED, CANCELLED -> null;
        },
        ended ? href + "/deletion" : null,
        exports(run, measured, href, cell));
  }

  private static @Nullable PostForm more(
      String href, String csrf, @Nullable Further further, List<Hidden> cell) {
    if (further == null) {
      return null;
    }
    List<Hidden> fields = new ArrayList<>(cell);
    fields.add(new Hidden("add", Integer.toString(further.generations())));
    further.contenders().forEach(name -> fields.add(new Hidden("contenders", name)));
    return new PostForm(href + "/generations", csrf, fields);
  }

  private static List<Link> exports(Run run, boolean measured, String href, List<Hidden> cell) {
    Link json = new Link("JSON", href + ".json");
    if (!measured) {
      return List.of(json);
    }
    String query = cell.stream().map(one -> "?cell=" + one.value()).findFirst().orElse("");
    return Stream.concat(
            files(run, href),
            Stream.of(
                json,
                new Link("CSV of every round", href + ".csv"),
                new Link("Markdown", href + ".md" + query),
                new Link("One HTML file", href + ".html" + query)))
        .toList();
  }

  private static Stream<Link> files(Run run, String href) {
    return !run.state().isFinal()
        ? Stream.empty()
        : Stream.of(
            new Link("Everything, as JSON", href + "/export.json"),
            new Link("JMH JSON", href + "/jmh.json"),
            new Link("pyperf JSON", href + "/pyperf.json"),
            new Link("hyperfine JSON", href + "/hyperfine.json"));
  }
}
