package racecard.web.page.host;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import racecard.host.Host;
import racecard.host.HostFacts;
import racecard.host.HostStore;
import racecard.view.Fact;
import racecard.view.Frame;
import racecard.view.HostPage;
import racecard.view.HostsPage;
import racecard.view.PostForm;
import racecard.web.http.OwnWorker;
import racecard.web.http.Refusal;
import racecard.web.http.Rooms;
import racecard.web.page.Frames;
import racecard.web.page.Html;
import racecard.web.page.Times;

/** {@code /hosts}: the machines that measure or have measured, and each with all its facts. */
public final class HostPages {
  private static final String MEMORY = "Memory";
  private static final String SYSTEM = "System";
  private static final int REFRESH_S = 5;

  private final Rooms rooms;
  private final Frames frames;
  private final WorkerWords words;

  /** Shows the hosts of {@code rooms}. */
  public HostPages(Rooms rooms, Frames frames) {
    this.rooms = rooms;
    this.frames = frames;
    this.words = new WorkerWords(rooms, new Times(rooms.clock()));
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

  /** One of them; loaded again while its runtimes are looked for. */
  public void show(Context ctx) {
    Host host = asked(ctx);
    OwnWorker own = own(host);
    String looking = looking(host, own);
    Frame frame =
        looking.isEmpty()
            ? frames.of(ctx, Frame.Place.HOSTS, host.name())
            : frames.refreshing(ctx, Frame.Place.HOSTS, host.name(), REFRESH_S);
    PostForm look = own == null ? null : PostForm.to(href(host.name()) + "/look", frame.csrf());
    Html.show(ctx, Html.TEMPLATES.hostShow(page(frame, host, look, looking)));
  }

  private static String looking(Host host, @Nullable OwnWorker own) {
    if (host.preparing()) {
      return "are looked for, and libraries added, just now";
    }
    return own != null && own.looking().getAsBoolean()
        ? "are looked for anew as soon as nothing is measured"
        : "";
  }

  /** Makes the worker of this process look for the runtimes of its host anew. */
  public void lookAgain(Context ctx) {
    Host host = asked(ctx);
    OwnWorker own = own(host);
    if (own == null) {
      throw Refusal.notFound(
          "The worker of this server does not measure on %s: press the button there."
              .formatted(host.name()));
    }
    own.lookAgain().run();
    ctx.redirect(href(host.name()), HttpStatus.SEE_OTHER);
  }

  private Host asked(Context ctx) {
    String name = ctx.pathParam("name");
    return rooms
        .hosts()
        .find(name)
        .orElseThrow(
            () -> Refusal.notFound("No worker was ever heard of on a host %s.".formatted(name)));
  }

  private @Nullable OwnWorker own(Host host) {
    OwnWorker own = rooms.ownWorker();
    return own != null && own.host().equals(host.name()) && host.alive() ? own : null;
  }

  private HostPage page(Frame frame, Host host, @Nullable PostForm look, String looking) {
    HostFacts facts = HostStore.facts(host.factsJson());
    return new HostPage(
        frame,
        host.name(),
        host.alive(),
        words.status(host),
        look,
        looking,
        List.of(
            new HostPage.Facts("Machine", machine(facts)),
            new HostPage.Facts("Workers of the last day", words.workers(host))),
        HostRuntimes.of(host).all());
  }

  private HostsPage.Host line(Host host) {
    HostFacts facts = HostStore.facts(host.factsJson());
    return new HostsPage.Host(
        host.name(),
        href(host.name()),
        host.alive(),
        words.status(host),
        String.valueOf(facts.cores()),
        facts.facts().getOrDefault(MEMORY, ""),
        facts.facts().getOrDefault(SYSTEM, ""),
        HostRuntimes.of(host).inShort());
  }

  private static List<Fact> machine(HostFacts facts) {
    return facts.facts().entrySet().stream()
        .map(fact -> new Fact(fact.getKey(), fact.getValue()))
        .toList();
  }
}
