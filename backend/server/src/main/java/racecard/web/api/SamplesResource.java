package racecard.web.api;

import io.javalin.http.Context;
import java.util.List;
import racecard.report.RoundsCsv;
import racecard.run.FieldError;
import racecard.run.Run;
import racecard.sample.Sample;
import racecard.web.http.Desk;
import racecard.web.http.Form;
import racecard.web.http.Json;
import racecard.web.http.Refusal;
import racecard.web.http.Rooms;

/** {@code /api/v1/runs/{id}/samples}: every round, so that anybody can decide for themselves. */
public final class SamplesResource {
  private final Rooms rooms;
  private final Desk desk;

  /** Answers from {@code rooms}. */
  public SamplesResource(Rooms rooms, Desk desk) {
    this.rooms = rooms;
    this.desk = desk;
  }

  private record Answer(List<SampleJson> samples) {}

  /** As JSON, or as CSV when asked for. */
  public void show(Context ctx) {
    Run run = desk.run(ctx.pathParam("id"));
    Form query = Form.asked(ctx);
    switch (query.has("format") ? query.text("format") : "json") {
      case "json" -> json(ctx, rooms.reports().rounds(run));
      case "csv" -> csv(ctx, run);
      default ->
          throw Refusal.wrongFields(List.of(new FieldError("format", "must be one of json, csv")));
    }
  }

  /** The rounds as a file {@code /runs/{id}.csv}. */
  public void file(Context ctx) {
    csv(ctx, desk.run(ctx.pathParam("id")));
  }

  private static void json(Context ctx, List<Sample> samples) {
    Json.answer(ctx, new Answer(samples.stream().map(SampleJson::of).toList()));
  }

  private void csv(Context ctx, Run run) {
    ctx.header("Cache-Control", "no-store")
        .contentType("text/csv; charset=utf-8")
        .header(
            "Content-Disposition",
            "attachment; filename=\"racecard-%s.csv\"".formatted(run.publicId()))
        .result(RoundsCsv.of(run, rooms.reports().rounds(run)));
  }
}
