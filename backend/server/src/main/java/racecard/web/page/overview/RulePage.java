package racecard.web.page.overview;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import racecard.report.Figures;
import racecard.report.Rule;
import racecard.report.Ruled;
import racecard.report.Ruled.Ruling;
import racecard.run.CheckedRequest;
import racecard.run.FieldError;
import racecard.run.Run;
import racecard.run.RunFilter;
import racecard.run.RunOrder;
import racecard.run.RunState;
import racecard.view.Frame;
import racecard.view.Hidden;
import racecard.view.Link;
import racecard.view.PostForm;
import racecard.view.RulesPage;
import racecard.web.http.Desk;
import racecard.web.http.Form;
import racecard.web.http.Refusal;
import racecard.web.http.Rooms;
import racecard.web.page.Frames;
import racecard.web.page.Html;
import racecard.web.page.Lines;
import racecard.web.page.form.RunForm;
import racecard.web.page.form.SubmitKey;

/** {@code /rules}: the article's rules of thumb, held against the runs that were measured here. */
public final class RulePage {
  private static final int NEWEST_RUNS = 200;

  private final Rooms rooms;
  private final Desk desk;
  private final Frames frames;

  /** Looks through the runs of {@code rooms}. */
  public RulePage(Rooms rooms, Desk desk, Frames frames) {
    this.rooms = rooms;
    this.desk = desk;
    this.frames = frames;
  }

  /** The page. */
  public void show(Context ctx) {
    Frame frame = frames.of(ctx, Frame.Place.ELSEWHERE, "Rules of thumb");
    Map<Rule, List<Ruled>> ruled = ruled();
    List<Rule> open = missing(ruled);
    Html.show(
        ctx,
        Html.TEMPLATES.ruleIndex(
            new RulesPage(
                frame,
                Stream.of(Rule.values())
                    .map(rule -> rule(rule, ruled.getOrDefault(rule, List.of())))
                    .toList(),
                open.isEmpty()
                    ? null
                    : new PostForm(
                        "/rules/runs",
                        frame.csrf(),
                        List.of(new Hidden(SubmitKey.FIELD, SubmitKey.make()))),
                open.isEmpty() ? "" : duration(open))));
  }

  /** Queues a run for each rule that nothing has decided; pressing twice queues each once. */
  public void queue(Context ctx) {
    Form form = Form.posted(ctx);
    for (Rule rule : missing(ruled())) {
      switch (RunForm.check(Preset.of(rule, rooms.catalog().get()), desk)) {
        case CheckedRequest.Accepted accepted ->
            desk.submit(accepted, SubmitKey.of(form, Map.of("rule", rule)), "form");
        case CheckedRequest.Refused(List<FieldError> errors) -> throw Refusal.wrongFields(errors);
      }
    }
    ctx.redirect("/queue", HttpStatus.SEE_OTHER);
  }

  private Map<Rule, List<Ruled>> ruled() {
    return rooms.reports().rules(newest(RunState.DONE));
  }

  private List<Run> newest(RunState state) {
    RunFilter filter = new RunFilter(null, state, null, null, null);
    return rooms.list().list(filter, RunOrder.NEWEST, NEWEST_RUNS, null).runs();
  }

  /** The rules that no run has decided, nor one that waits or is measured will. */
  private List<Rule> missing(Map<Rule, List<Ruled>> ruled) {
    List<Run> underWay =
        Stream.of(RunState.QUEUED, RunState.RUNNING)
            .flatMap(state -> newest(state).stream())
            .filter(run -> run.levels().none()) // no other run decides a rule
            .toList();
    return Stream.of(Rule.values())
        .filter(rule ->
            ruled.getOrDefault(rule, List.of()).stream()
                .allMatch(one -> one.ruling() == Ruling.LEAVES_OPEN))
        .filter(rule -> underWay.stream().noneMatch(run -> rule.concerns(run.plan())))
        .toList();
  }

  private String duration(List<Rule> open) {
    long ms =
        open.stream()
            .map(rule -> RunForm.check(Preset.of(rule, rooms.catalog().get()), desk))
            .mapToLong(checked ->
                checked instanceof CheckedRequest.Accepted accepted
                    ? desk.estimateMs(accepted.cells())
                    : 0)
            .sum();
    return "%s, about %s."
        .formatted(open.size() == 1 ? "1 run" : open.size() + " runs", Figures.span(ms / 1_000));
  }

  private static RulesPage.Rule rule(Rule rule, List<Ruled> ruled) {
    return new RulesPage.Rule(
        rule.title(),
        rule.sentence(),
        verdict(ruled),
        ruled.stream().map(RulePage::finding).toList());
  }

  private static String verdict(List<Ruled> ruled) {
    if (ruled.isEmpty()) {
      return "no run here says anything of it";
    }
    List<String> parts = new ArrayList<>();
    for (Ruling ruling : Ruling.values()) {
      long many = ruled.stream().filter(one -> one.ruling() == ruling).count();
      if (many > 0) {
        parts.add("%s %d times".formatted(words(ruling), many).replace(" 1 times", " once"));
      }
    }
    return String.join(", ", parts);
  }

  private static RulesPage.Finding finding(Ruled one) {
    return new RulesPage.Finding(
        new Link(Lines.title(one.run()), "/runs/" + one.run().publicId()),
        one.host(),
        one.runtime(),
        words(one.ruling()),
        one.ruling().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        one.figures());
  }

  private static String words(Ruling ruling) {
    return switch (ruling) {
      case CONFIRMS -> "confirmed";
      case CONTRADICTS -> "contradicted";
      case LEAVES_OPEN -> "left open";
    };
  }
}
