package racecard.web.api;

import io.javalin.http.Context;
import java.util.List;
import racecard.exchange.BadFile;
import racecard.run.FieldError;
import racecard.run.Run;
import racecard.web.http.Address;
import racecard.web.http.Body;
import racecard.web.http.Json;
import racecard.web.http.Refusal;
import racecard.web.http.Rooms;

/** {@code /api/v1/imports}: keeps the run in a file. */
public final class ImportResource {
  private static final long AGAIN_S = 10;

  private final Rooms rooms;
  private final Address address;

  /** Keeps runs in {@code rooms}, with links under {@code address}. */
  public ImportResource(Rooms rooms, Address address) {
    this.rooms = rooms;
    this.address = address;
  }

  /** 201 with the run's address, or 422 with the place in the file and what is wrong there. */
  public void create(Context ctx) {
    Run run = add(ctx);
    ctx.status(201).header("Location", "/api/v1/runs/" + run.publicId());
    Json.answer(ctx, RunJson.of(rooms.reports(), run, address.base(ctx)));
  }

  private Run add(Context ctx) {
    try {
      return rooms.imports().add(Body.of(ctx), "api").orElseThrow(ImportResource::busy);
    } catch (BadFile wrong) {
      throw Refusal.wrongFields(List.of(new FieldError(wrong.place(), wrong.reason())));
    }
  }

  /** What is answered while other files are being read. */
  public static Refusal busy() {
    return Refusal.busy("Other files are being read now: send it again in a moment.", AGAIN_S);
  }
}
