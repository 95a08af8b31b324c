package racecard.web.api;

import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;
import racecard.run.CheckedRequest;
import racecard.run.FieldError;
import racecard.run.Run;
import racecard.run.Submission;
import racecard.web.http.Address;
import racecard.web.http.Desk;
import racecard.web.http.Json;
import racecard.web.http.Refusal;
import racecard.web.http.Rooms;

/** {@code /api/v1/runs/{id}}: submit, read, cancel, measure more, profile, delete. */
public final class RunResource {
  private static final int MAX_KEY_CHARACTERS = 100;

  private final Rooms rooms;
  private final Desk desk;
  private final Address address;

  /** Answers from {@code rooms}, with links under {@code address}. */
  public RunResource(Rooms rooms, Desk desk, Address address) {
    this.rooms = rooms;
    this.desk = desk;
    this.address = address;
  }

  /** Makes a run: 201 with its address, or 422 with every wrong field. */
  public void create(Context ctx) {
    String key = key(ctx.header("Idempotency-Key"));
    switch (desk.check(Json.object(ctx))) {
      case CheckedRequest.Refused(List<FieldError> errors) -> throw Refusal.wrongFields(errors);
      case CheckedRequest.Accepted accepted -> {
        Submission submission = desk.submit(accepted, key, "api");
        ctx.status(201).header("Location", "/api/v1/runs/" + submission.run().publicId());
        answer(ctx, submission.run());
      }
    }
  }

  /** The run as it stands. */
  public void show(Context ctx) {
    answer(ctx, desk.run(ctx.pathParam("id")));
  }

  /** Cancels what waits and stops what runs: 202, or 200 when there was nothing left to do. */
  public void cancel(Context ctx) {
    Run run = desk.run(ctx.pathParam("id"));
    ctx.status(
        switch (rooms.queue().cancel(run.id())) {
          case CANCELLED, REQUESTED -> 202;
          case ALREADY_REQUESTED, ALREADY_FINAL -> 200;
        });
    answer(ctx, desk.run(run.publicId()));
  }

  /** Queues further generations of a final run: 202. */
  public void measureMore(Context ctx) {
    Run run = desk.run(ctx.pathParam("id"));
    Further further = Further.of(Json.object(ctx), run);
    if (!desk.measureMore(run, further.cell(), further.add(), further.alone())) {
      throw Refusal.of(409, "The run is not finished yet: measure more when it is.");
    }
    answer(ctx.status(202), desk.run(run.publicId()));
  }

  /** Queues a profile of a run that was measured to its end: 202. */
  public void profile(Context ctx) {
    Run run = desk.run(ctx.pathParam("id"));
    Further asked = Further.profile(Json.object(ctx), run);
    if (!desk.profile(run, asked.cell(), asked.alone())) {
      throw Refusal.of(409, "The run is not finished yet: profile it when it is.");
    }
    answer(ctx.status(202), desk.run(run.publicId()));
  }

  /** Deletes a final run with everything measured for it: 204. */
  public void delete(Context ctx) {
    desk.delete(ctx.pathParam("id"));
    ctx.status(204);
  }

  private void answer(Context ctx, Run run) {
    Json.answer(ctx, RunJson.of(rooms.reports(), run, address.base(ctx)));
  }

  private static @Nullable String key(@Nullable String header) {
    if (header != null && (header.isBlank() || header.length() > MAX_KEY_CHARACTERS)) {
      throw Refusal.wrongFields(
          List.of(
              new FieldError(
                  "Idempotency-Key", "must be 1 to %d characters".formatted(MAX_KEY_CHARACTERS))));
    }
    return header == null ? null : "api:" + header;
  }
}
