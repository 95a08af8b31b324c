package racecard.web;

import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import racecard.web.api.CatalogResource;
import racecard.web.api.RunResource;
import racecard.web.api.RunsResource;
import racecard.web.api.SamplesResource;
import racecard.web.http.Address;
import racecard.web.http.Desk;
import racecard.web.http.Rooms;
import racecard.web.page.ErrorPage;
import racecard.web.safety.FormToken;
import racecard.web.safety.Login;

/** The table of contents: every address and who answers there. */
final class Routes {
  private final Settings settings;
  private final Rooms rooms;
  private final FormToken formToken;
  private final Login login;
  private final Address address;
  private final Desk desk;

  Routes(Settings settings, Rooms rooms) {
    this.settings = settings;
    this.rooms = rooms;
    this.formToken = new FormToken(settings.secure());
    this.login = new Login(settings.password(), settings.secure(), rooms.clock());
    this.address = new Address(settings.publicUrl());
    this.desk = new Desk(rooms);
  }

  void add(JavalinConfig config) {
    new Guards(settings, formToken, login, rooms.clock()).add(config.routes);
    new Refusals(new ErrorPage()).add(config.routes);
    api(config.routes);
  }

  private void api(RoutesConfig routes) {
    RunsResource runs = new RunsResource(rooms, address);
    routes.get("/api/v1/runs", runs::show);
    RunResource run = new RunResource(rooms, desk, address);
    routes.post("/api/v1/runs", run::create);
    routes.get("/api/v1/runs/{id}", run::show);
    routes.delete("/api/v1/runs/{id}", run::delete);
    routes.post("/api/v1/runs/{id}/cancellation", run::cancel);
    routes.post("/api/v1/runs/{id}/generations", run::measureMore);
    SamplesResource samples = new SamplesResource(rooms, desk);
    routes.get("/api/v1/runs/{id}/samples", samples::show);
    routes.get("/runs/{id}.csv", samples::file);
    routes.get("/runs/{id}.json", run::show);
    CatalogResource catalog = new CatalogResource(rooms.catalog());
    routes.get("/api/v1/catalog", catalog::show);
  }
}
