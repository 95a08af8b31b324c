package racecard.page;

import java.util.List;
import java.util.Objects;
import racecard.view.ConfirmPage;
import racecard.view.Contender;
import racecard.view.ErrorPage;
import racecard.view.Fact;
import racecard.view.Frame;
import racecard.view.HostPage;
import racecard.view.HostsPage;
import racecard.view.ImportPage;
import racecard.view.Link;
import racecard.view.LoginPage;
import racecard.view.PostForm;
import racecard.view.run.Inside;
import racecard.view.run.RunFile;
import racecard.view.run.RunPage;
import racecard.view.run.RunParts;
import racecard.view.run.SharePage;
import racecard.view.run.SharedRun;
import racecard.view.run.Why;

/** The pages of single things, with realistic content. */
final class Samples {
  private static final String CSRF = RunSamples.CSRF;

  private Samples() {}

  static Frame frame(String title) {
    Frame.Place place =
        Frame.Place.shown().stream()
            .filter(shown -> shown.word().equals(title))
            .findFirst()
            .orElse(Frame.Place.ELSEWHERE);
    return new Frame(
        title,
        place,
        2,
        new Frame.HostStatus(
            "tiny-box · 2 cores · measuring k3v9q2mw, about 40 s left", "/runs/k3v9q2mw"),
        "0.1.0",
        CSRF,
        null,
        "/logout");
  }

  static Frame live(String title) {
    Frame frame = frame(title);
    return new Frame(title, frame.place(), 0, null, "0.1.0", CSRF, 5, null);
  }

  static RunPage run(RunParts parts) {
    boolean live = parts.progress() != null && parts.progress().failure() == null;
    return new RunPage(
        live ? live("fetch · 10 × 4 × 50 ms") : frame("History"),
        "/runs/k3v9q2mw",
        "/runs/k3v9q2mw/events",
        live,
        parts);
  }

  static SharedRun shared() {
    RunParts run = RunSamples.done();
    return new SharedRun(
        "Virtual threads are 9.70 times as fast as one after another",
        "http://127.0.0.1:7070/s/abc",
        null,
        "10 tasks × 4 downloads of 50 ms on tiny-box",
        "0.1.0",
        "/s/abc/export.json",
        readOnly(run));
  }

  static RunFile file() {
    return new RunFile(
        "Virtual threads are 9.70 times as fast as one after another",
        "Written by Racecard 0.1.0 on 24 Nov 2026, 14:10",
        readOnly(RunSamples.done()));
  }

  private static RunParts readOnly(RunParts run) {
    return new RunParts(
        run.answer(),
        null,
        null,
        run.ranking(),
        run.timeline(),
        run.rounds(),
        run.latency(),
        readOnly(Objects.requireNonNull(run.why())),
        run.numbers(),
        run.environment(),
        run.use(),
        run.repeat(),
        run.runtimes());
  }

  private static Why readOnly(Why why) {
    Inside inside = Objects.requireNonNull(why.inside());
    return new Why(
        why.sentences(),
        why.cores(),
        why.rows(),
        new Inside(null, inside.span(), inside.taken(), inside.rows()));
  }

  static SharePage share(boolean made) {
    return new SharePage(
        frame("Share"),
        "/runs/k3v9q2mw",
        "Virtual threads are 9.70 times as fast as one after another, tied with event-loop.",
        PostForm.to("/runs/k3v9q2mw/shares", CSRF),
        made
            ? List.of(
                new SharePage.ShareLink(
                    "1",
                    "http://127.0.0.1:7070/s/3f9k2mq8v7w1x5z0c4b6n8",
                    RunSamples.WHEN,
                    PostForm.to("/runs/k3v9q2mw/shares/3f9k/revocation", CSRF)))
            : List.of(),
        "This Racecard listens on this machine only: the link opens here, the file opens anywhere.",
        false,
        "/runs/k3v9q2mw.html",
        "**Virtual threads** are 9.70 times as fast as one after another.\n\n| contender | s |\n|---|---|");
  }

  static HostsPage hosts() {
    return new HostsPage(
        frame("Hosts"),
        List.of(
            new HostsPage.Host(
                "tiny-box",
                "/hosts/tiny-box",
                true,
                "measuring k3v9q2mw",
                "2",
                "24 GiB",
                "Linux 6.8",
                List.of("JVM Temurin 25.0.3", "CPython 3.11.2")),
            new HostsPage.Host(
                "lab-2",
                "/hosts/lab-2",
                false,
                "last heard of at 14:02",
                "16",
                "64 GiB",
                "Linux 6.12",
                List.of("JVM Temurin 25.0.3"))));
  }

  static HostPage host() {
    return new HostPage(
        frame("tiny-box"),
        "tiny-box",
        true,
        "idle",
        PostForm.to("/hosts/tiny-box/look", CSRF),
        "",
        List.of(
            new HostPage.Facts("Machine", ListSamples.hostCard().facts()),
            new HostPage.Facts(
                "Limits",
                List.of(new Fact("Open files", "1,048,576"), new Fact("CPU quota", "none")))),
        List.of(jvm(), python(), oldPython()));
  }

  private static HostPage.FoundRuntime jvm() {
    return new HostPage.FoundRuntime(
        "jvm",
        "JVM",
        "Temurin 25.0.3",
        "",
        "",
        "",
        true,
        List.of(),
        ChartSamples.DOWNLOADS.stream().map(ChartSamples.Figure::contender).toList(),
        List.of());
  }

  private static HostPage.FoundRuntime python() {
    return new HostPage.FoundRuntime(
        "cpython-3.11",
        "CPython 3.11",
        "3.11.2",
        "/usr/bin/python3.11",
        "1 of 4 contenders",
        "",
        true,
        List.of(
            new Fact("GIL", "on"),
            new Fact("Libraries", "not added; add them with ./racecard libraries cpython-3.11")),
        List.of(contender("asyncio")),
        List.of(
            new HostPage.Lacking(
                "./racecard libraries cpython-3.11",
                List.of(
                    new HostPage.Missing(
                        List.of(contender("gevent"), contender("trio")),
                        "The library gevent is not installed."))),
            new HostPage.Lacking(
                "",
                List.of(
                    new HostPage.Missing(
                        List.of(contender("interpreters")),
                        "It needs CPython 3.14; this is 3.11.")))));
  }

  private static HostPage.FoundRuntime oldPython() {
    return new HostPage.FoundRuntime(
        "cpython-3.6",
        "CPython 3.6",
        "3.6.15",
        "/root/.pyenv/versions/3.6.15/bin/python3.6",
        "cannot be measured",
        "Python 3.6 is older than 3.9, the oldest that Racecard measures.",
        false,
        List.of(),
        List.of(),
        List.of());
  }

  private static Contender contender(String strategy) {
    return new Contender("cpython-3.11/" + strategy, strategy);
  }

  static LoginPage login() {
    return new LoginPage(CSRF, "/runs", "That is not the password.", "0.1.0");
  }

  static ImportPage imports() {
    return new ImportPage(frame("History"), "/run/plan/tasks must be a whole number.");
  }

  static ConfirmPage confirm() {
    return new ConfirmPage(
        frame("Delete"),
        "Delete run k3v9q2mw?",
        "Its 105 rounds and 2 links will be gone. This cannot be undone.",
        "Delete this run",
        PostForm.to("/runs/k3v9q2mw/deletion", CSRF),
        "/runs/k3v9q2mw");
  }

  static ErrorPage error() {
    return new ErrorPage(
        frame("Not found"),
        404,
        "There is no such run",
        "Nothing is known of run zzzz. It may have been deleted.",
        "Look for it in the history.",
        new Link("History", "/runs"));
  }
}
