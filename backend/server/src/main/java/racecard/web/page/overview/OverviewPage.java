package racecard.web.page.overview;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import racecard.host.Host;
import racecard.host.HostStore;
import racecard.queue.Place;
import racecard.report.Figures;
import racecard.run.RunFilter;
import racecard.run.RunOrder;
import racecard.run.RunState;
import racecard.view.Fact;
import racecard.view.Frame;
import racecard.view.Hidden;
import racecard.view.MeasuringNow;
import racecard.view.Overview;
import racecard.view.PostForm;
import racecard.view.RunLine;
import racecard.web.http.Desk;
import racecard.web.http.Form;
import racecard.web.http.Rooms;
import racecard.web.page.Frames;
import racecard.web.page.Html;
import racecard.web.page.Lines;
import racecard.web.page.Times;
import racecard.web.page.Trouble;
import racecard.web.page.form.Forecast;
import racecard.web.page.form.SubmitKey;
import racecard.web.page.host.HostPages;
import racecard.web.page.queue.Measuring;

/** {@code /}: presets, what runs, what comes next, the last answers, this host. */
public final class OverviewPage {
  private static final int ANSWERS = 8;
  private static final int FACTS = 6;
  private static final int REFRESH_S = 5;

  private final Rooms rooms;
  private final Desk desk;
  private final Frames frames;
  private final Measuring measuring;
  private final Times times;
  private final Lines lines;

  /** Shows how {@code rooms} stand. */
  public OverviewPage(Rooms rooms, Desk desk, Frames frames, Measuring measuring) {
    this.rooms = rooms;
    this.desk = desk;
    this.frames = frames;
    this.measuring = measuring;
    this.times = new Times(rooms.clock());
    this.lines = new Lines(rooms.reports(), times);
  }

  /** The page. */
  public void show(Context ctx) {
    Frame frame = frames.refreshing(ctx, Frame.Place.OVERVIEW, "Overview", REFRESH_S);
    List<MeasuringNow> now = measuring.now(frame.csrf());
    Html.show(
        ctx,
        Html.TEMPLATES.overviewShow(
            new Overview(
                frame,
                presets(frame.csrf()),
                now.isEmpty() ? null : now.getFirst(),
                then(),
                frame.queued() > 0 ? new Trouble(rooms, times).sentence() : "",
                answers(),
                hostCard())));
  }

  private List<Overview.Preset> presets(String csrf) {
    return Preset.all(rooms.catalog().get(), rooms.cores()).stream()
        .map(preset -> view(preset, csrf))
        .toList();
  }

  private Overview.Preset view(Preset preset, String csrf) {
    return new Overview.Preset(
        preset.title(),
        preset.text(),
        preset.starts().stream().map(start -> view(start, csrf)).toList());
  }

  private Overview.Start view(Preset.Start start, String csrf) {
    Form form = start.form();
    List<Hidden> fields = new ArrayList<>();
    form.values()
        .forEach((name, texts) -> texts.forEach(text -> fields.add(new Hidden(name, text))));
    fields.add(new Hidden(SubmitKey.FIELD, SubmitKey.make()));
    return new Overview.Start(
        start.name(),
        Forecast.duration(form, desk).map(span -> "About " + span).orElse(""),
        new PostForm("/runs", csrf, fields),
        "/runs/new" + form.query());
  }

  private String then() {
    return rooms.line().places(1, rooms.lanes()).stream()
        .findFirst()
        .flatMap(this::then)
        .orElse("");
  }

  private Optional<String> then(Place next) {
    return rooms
        .runs()
        .find(next.run())
        .map(run -> {
          String start =
              next.etaS().isPresent() ? ", " + times.starts(next.etaS().getAsLong()) : "";
          return "Then: “%s” (about %s)%s."
              .formatted(
                  Lines.title(run), Figures.span(desk.estimateMs(run.cells()) / 1_000), start);
        });
  }

  private List<RunLine> answers() {
    RunFilter done = new RunFilter(null, RunState.DONE, null, null, null);
    return lines.of(rooms.list().list(done, RunOrder.NEWEST, ANSWERS, null).runs());
  }

  private Overview.HostCard hostCard() {
    List<Host> hosts = rooms.hosts().all();
    return Stream.concat(hosts.stream().filter(Host::alive), hosts.stream())
        .findFirst()
        .map(OverviewPage::card)
        .orElseGet(() -> new Overview.HostCard("No worker yet", "/hosts", List.of()));
  }

  private static Overview.HostCard card(Host host) {
    return new Overview.HostCard(
        host.name(),
        HostPages.href(host.name()),
        HostStore.facts(host.factsJson()).facts().entrySet().stream()
            .limit(FACTS)
            .map(fact -> new Fact(fact.getKey(), fact.getValue()))
            .toList());
  }
}
