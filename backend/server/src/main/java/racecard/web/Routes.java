package racecard.web;

import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import racecard.web.api.CatalogResource;
import racecard.web.api.ExportResource;
import racecard.web.api.ImportResource;
import racecard.web.api.RunResource;
import racecard.web.api.RunsResource;
import racecard.web.api.SamplesResource;
import racecard.web.http.Address;
import racecard.web.http.Desk;
import racecard.web.http.Rooms;
import racecard.web.page.ErrorPage;
import racecard.web.page.Frames;
import racecard.web.page.Health;
import racecard.web.page.LoginForm;
import racecard.web.page.StaticFiles;
import racecard.web.page.form.RunForm;
import racecard.web.page.help.HelpPages;
import racecard.web.page.history.HistoryList;
import racecard.web.page.history.ImportForm;
import racecard.web.page.host.HostPages;
import racecard.web.page.live.RunEvents;
import racecard.web.page.overview.OverviewPage;
import racecard.web.page.overview.RulePage;
import racecard.web.page.queue.Measuring;
import racecard.web.page.queue.QueueBoard;
import racecard.web.page.run.RunActions;
import racecard.web.page.run.RunPages;
import racecard.web.page.run.RunView;
import racecard.web.page.run.SharedPage;
import racecard.web.page.share.ShareLinks;
import racecard.web.safety.FormToken;
import racecard.web.safety.Login;

/** The table of contents: every address and who answers there. */
final class Routes implements AutoCloseable {
  private final Settings settings;
  private final Rooms rooms;
  private final FormToken formToken;
  private final Login login;
  private final Address address;
  private final Desk desk;
  private final Frames frames;
  private final RunView runView;
  private final RunEvents events;

  Routes(Settings settings, Rooms rooms) {
    this.settings = settings;
    this.rooms = rooms;
    this.formToken = new FormToken(settings.secure());
    this.login = new Login(settings.password(), settings.secure(), rooms.clock());
    this.address = new Address(settings.address(), settings.publicUrl());
    this.desk = new Desk(rooms);
    this.frames = new Frames(rooms, formToken, login);
    this.runView = new RunView(rooms, login.required());
    this.events = new RunEvents(rooms, desk, frames, address, runView);
  }

  void add(JavalinConfig config) {
    new Guards(settings, formToken, login, rooms.clock()).add(config.routes);
    new Refusals(new ErrorPage()).add(config.routes);
    files(config.routes);
    lists(config.routes);
    run(config.routes);
    runs(config.routes);
    rest(config.routes);
    api(config.routes);
  }

  /** Ends the event streams, which would otherwise keep the server from stopping. */
  @Override
  public void close() {
    events.close();
  }

  private void files(RoutesConfig routes) {
    StaticFiles files = new StaticFiles();
    get(routes, "/static/{name}", files::show);
    get(routes, "/favicon.ico", files::favicon);
    get(routes, "/robots.txt", files::robots);
    get(routes, "/healthz", new Health(rooms)::show);
  }

  private void lists(RoutesConfig routes) {
    Measuring measuring = new Measuring(rooms, runView);
    get(routes, "/", new OverviewPage(rooms, desk, frames, measuring)::show);
    QueueBoard queue = new QueueBoard(rooms, frames, measuring);
    get(routes, "/queue", queue::show);
    routes.post("/queue/pause", queue::pause);
    routes.post("/queue/resumption", queue::resume);
    get(routes, "/runs", new HistoryList(rooms, frames)::show);
    RulePage rules = new RulePage(rooms, desk, frames);
    get(routes, "/rules", rules::show);
    routes.post("/rules/runs", rules::queue);
    ImportForm imports = new ImportForm(rooms, frames);
    get(routes, "/import", imports::show);
    routes.post("/import", imports::create);
    HostPages hosts = new HostPages(rooms, frames);
    get(routes, "/hosts", hosts::list);
    get(routes, "/hosts/{name}", hosts::show);
    routes.post("/hosts/{name}/look", hosts::lookAgain);
  }

  private void runs(RoutesConfig routes) {
    RunForm form = new RunForm(rooms, desk, frames);
    get(routes, "/runs/new", form::show);
    get(routes, "/runs/new/estimate", form::estimate);
    routes.post("/runs", form::create);
    get(routes, "/runs/{id}", new RunPages(rooms, desk, frames, address, runView)::show);
    routes.get("/runs/{id}/events", events::follow);
    RunActions actions = new RunActions(rooms, desk, frames);
    routes.post("/runs/{id}/cancellation", actions::cancel);
    routes.post("/runs/{id}/generations", actions::measureMore);
    routes.post("/runs/{id}/profile", actions::profile);
    get(routes, "/runs/{id}/deletion", actions::askToDelete);
    routes.post("/runs/{id}/deletion", actions::delete);
    ShareLinks shares = new ShareLinks(rooms, desk, frames, address);
    get(routes, "/runs/{id}/shares", shares::show);
    routes.post("/runs/{id}/shares", shares::create);
    routes.post("/runs/{id}/shares/{token}/revocation", shares::revoke);
  }

  /** A run's own page and files; the names with an ending come first, since ids match them too. */
  private void run(RoutesConfig routes) {
    RunPages pages = new RunPages(rooms, desk, frames, address, runView);
    get(routes, "/runs/{id}.json", new RunResource(rooms, desk, address)::show);
    get(routes, "/runs/{id}.csv", new SamplesResource(rooms, desk)::file);
    get(routes, "/runs/{id}.md", pages::markdown);
    get(routes, "/runs/{id}.html", pages::file);
    ExportResource exports = new ExportResource(rooms, desk, address);
    get(routes, "/runs/{id}/export.json", exports::file);
    get(routes, "/runs/{id}/jmh.json", exports::jmh);
    get(routes, "/runs/{id}/pyperf.json", exports::pyperf);
    get(routes, "/runs/{id}/hyperfine.json", exports::hyperfine);
    SharedPage shared = new SharedPage(rooms, address, runView);
    get(routes, "/s/{token}/export.json", shared::export);
    get(routes, "/s/{token}", shared::show);
  }

  private void rest(RoutesConfig routes) {
    LoginForm logins = new LoginForm(login, formToken);
    get(routes, "/login", logins::show);
    routes.post("/login", logins::create);
    routes.post("/logout", logins::end);
    HelpPages help = new HelpPages(frames, address);
    get(routes, "/help/method", help::method);
    get(routes, "/help/glossary", help::glossary);
    get(routes, "/help/api", help::api);
  }

  private void api(RoutesConfig routes) {
    RunsResource runs = new RunsResource(rooms, address);
    get(routes, "/api/v1/runs", runs::show);
    RunResource run = new RunResource(rooms, desk, address);
    routes.post("/api/v1/runs", run::create);
    get(routes, "/api/v1/runs/{id}", run::show);
    routes.delete("/api/v1/runs/{id}", run::delete);
    routes.post("/api/v1/runs/{id}/cancellation", run::cancel);
    routes.post("/api/v1/runs/{id}/generations", run::measureMore);
    routes.post("/api/v1/runs/{id}/profile", run::profile);
    SamplesResource samples = new SamplesResource(rooms, desk);
    get(routes, "/api/v1/runs/{id}/samples", samples::show);
    get(routes, "/api/v1/runs/{id}/export", new ExportResource(rooms, desk, address)::show);
    routes.post("/api/v1/imports", new ImportResource(rooms, address)::create);
    CatalogResource catalog = new CatalogResource(rooms.catalog());
    get(routes, "/api/v1/catalog", catalog::show);
  }

  /** Answers GET, and HEAD with the same status and headers. */
  private static void get(RoutesConfig routes, String path, Handler handler) {
    routes.get(path, handler);
    routes.head(path, handler);
  }
}
