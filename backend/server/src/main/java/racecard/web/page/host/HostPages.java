package racecard.web.page.host;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import racecard.catalog.Catalog;
import racecard.host.Host;
import racecard.host.HostFacts;
import racecard.host.HostStore;
import racecard.host.HostWorker;
import racecard.queue.Job;
import racecard.run.Run;
import racecard.view.Contender;
import racecard.view.Fact;
import racecard.view.Frame;
import racecard.view.HostPage;
import racecard.view.HostsPage;
import racecard.web.http.Refusal;
import racecard.web.http.Rooms;
import racecard.web.page.Frames;
import racecard.web.page.Html;
import racecard.web.page.Times;

/** {@code /hosts}: the machines that measure or have measured, and each with all its facts. */
public final class HostPages {
  private static final String JDK = "JDK";
  private static final String MEMORY = "Memory";
  private static final String SYSTEM = "System";

  private final Rooms rooms;
  private final Frames frames;
  private final Times times;

  /** Shows the hosts of {@code rooms}. */
  public HostPages(Rooms rooms, Frames frames) {
    this.rooms = rooms;
    this.frames = frames;
    this.times = new Times(rooms.clock());
  }

  /** The address of a host's page. */
  public static String href(String name) {
    return "/hosts/" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** All of them. */
  public void list(Context ctx) {
    Frame frame = frames.of(ctx, Frame.Place.HOSTS, "Hosts");
    List<HostsPage.Host> hosts = rooms.hosts().all().stream().map(this::line).toList();
    Html.show(ctx, Html.TEMPLATES.hostIndex(new HostsPage(frame, hosts)));
  }

  /** One of them. */
  public void show(Context ctx) {
    String name = ctx.pathParam("name");
    Host host =
        rooms
            .hosts()
            .find(name)
            .orElseThrow(() ->
                Refusal.notFound("No worker was ever heard of on a host %s.".formatted(name)));
    Frame frame = frames.of(ctx, Frame.Place.HOSTS, host.name());
    HostFacts facts = HostStore.facts(host.factsJson());
    Html.show(
        ctx,
        Html.TEMPLATES.hostShow(
            new HostPage(
                frame,
                host.name(),
                host.alive(),
                status(host),
                List.of(
                    new HostPage.Facts("Machine", machine(facts)),
                    new HostPage.Facts("Workers of the last day", workers(host))),
                runtimes(facts))));
  }

  private HostsPage.Host line(Host host) {
    HostFacts facts = HostStore.facts(host.factsJson());
    return new HostsPage.Host(
        host.name(),
        href(host.name()),
        host.alive(),
        status(host),
        String.valueOf(facts.cores()),
        facts.facts().getOrDefault(MEMORY, ""),
        facts.facts().getOrDefault(SYSTEM, ""),
        Optional.ofNullable(facts.facts().get(JDK)).map(jdk -> "JVM " + jdk).stream().toList());
  }

  private String status(Host host) {
    if (!host.alive()) {
      return "last heard of at " + times.brief(host.seenAt());
    }
    return rooms.jobs().running().stream()
        .filter(job -> host.name().equals(job.host()))
        .findFirst()
        .map(Job::run)
        .flatMap(rooms.runs()::find)
        .map(Run::publicId)
        .map(id -> "measuring " + id)
        .orElse("idle");
  }

  private static List<Fact> machine(HostFacts facts) {
    return facts.facts().entrySet().stream()
        .map(fact -> new Fact(fact.getKey(), fact.getValue()))
        .toList();
  }

  private List<Fact> workers(Host host) {
    return rooms.hosts().workers().stream()
        .filter(worker -> worker.host().equals(host.name()))
        .map(this::worker)
        .toList();
  }

  private Fact worker(HostWorker worker) {
    return new Fact(
        "Racecard " + worker.version(),
        "%s, since %s, last heard of at %s"
            .formatted(
                worker.alive() ? worker.state().id() : "gone",
                times.brief(worker.startedAt()),
                times.brief(worker.seenAt())));
  }

  private List<HostPage.FoundRuntime> runtimes(HostFacts facts) {
    Catalog catalog = rooms.catalog().get();
    return catalog.runtimes().stream().map(runtime -> runtime(catalog, runtime, facts)).toList();
  }

  private static HostPage.FoundRuntime runtime(Catalog catalog, String runtime, HostFacts facts) {
    List<Contender> ready = new ArrayList<>();
    List<HostPage.Missing> missing = new ArrayList<>();
    for (racecard.catalog.Contender contender : catalog.contenders()) {
      if (contender.name().runtime().equals(runtime)) {
        Contender shown = new Contender(contender.name().toString(), contender.name().strategy());
        if (contender.available()) {
          ready.add(shown);
        } else {
          missing.add(
              new HostPage.Missing(shown, text(contender.reason()), text(contender.remedy())));
        }
      }
    }
    String version = runtime.equals(Catalog.JVM) ? facts.facts().getOrDefault(JDK, "") : "";
    return new HostPage.FoundRuntime(runtime, version, "", ready, missing);
  }

  private static String text(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
