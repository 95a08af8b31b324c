package racecard.web.page.run;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import racecard.catalog.Workload;
import racecard.report.Further;
import racecard.report.RunReport;
import racecard.run.Run;
import racecard.view.Hidden;
import racecard.view.Link;
import racecard.view.PostForm;
import racecard.view.run.Actions;

/** What can be done with a run in its state. */
final class ActionsView {
  private ActionsView() {}

  static Actions of(RunReport report, String csrf) {
    Run run = report.run();
    String href = "/runs/" + run.publicId();
    boolean ended = run.state().isFinal();
    boolean foreign = report.plan().workload() == Workload.FOREIGN;
    boolean mayGrow = ended && run.imported() == null;
    Further further = report.further();
    return new Actions(
        ended ? href + "/shares" : null,
        ended && !foreign ? new PostForm("/runs", csrf, Request.form(run)) : null,
        foreign ? null : "/runs/new?from=" + run.publicId(),
        mayGrow ? more(href, csrf, further) : null,
        mayGrow && further != null ? further.hint() : "",
        switch (run.state()) {
          case QUEUED, RUNNING -> PostForm.to(href + "/cancellation", csrf);
          case STOPPING, DONE, FAILED, CANCELLED -> null;
        },
        ended ? href + "/deletion" : null,
        exports(report, href));
  }

  private static @Nullable PostForm more(String href, String csrf, @Nullable Further further) {
    return further == null
        ? null
        : new PostForm(
            href + "/generations",
            csrf,
            List.of(new Hidden("add", Integer.toString(further.generations()))));
  }

  private static List<Link> exports(RunReport report, String href) {
    Link json = new Link("JSON", href + ".json");
    boolean measured = report.contenders().stream().anyMatch(one -> !one.marks().isEmpty());
    if (!measured) {
      return List.of(json);
    }
    return Stream.concat(
            files(report, href),
            Stream.of(
                json,
                new Link("CSV of every round", href + ".csv"),
                new Link("Markdown", href + ".md"),
                new Link("One HTML file", href + ".html")))
        .toList();
  }

  private static Stream<Link> files(RunReport report, String href) {
    return !report.run().state().isFinal()
        ? Stream.empty()
        : Stream.of(
            new Link("Everything, as JSON", href + "/export.json"),
            new Link("JMH JSON", href + "/jmh.json"),
            new Link("pyperf JSON", href + "/pyperf.json"),
            new Link("hyperfine JSON", href + "/hyperfine.json"));
  }
}
