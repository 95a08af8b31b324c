package racecard.web.api;

import io.javalin.http.Context;
import java.util.function.Function;
import java.util.function.Supplier;
import racecard.exchange.ForeignFiles;
import racecard.exchange.RunFile;
import racecard.exchange.RunFileWriter;
import racecard.run.Run;
import racecard.web.http.Address;
import racecard.web.http.Desk;
import racecard.web.http.Refusal;
import racecard.web.http.Rooms;

/** {@code /api/v1/runs/{id}/export}: a final run as a file, with all that was measured. */
public final class ExportResource {
  private static final long AGAIN_S = 10;

  private final Rooms rooms;
  private final Desk desk;
  private final Address address;

  /** Answers from {@code rooms}, with links under {@code address}. */
  public ExportResource(Rooms rooms, Desk desk, Address address) {
    this.rooms = rooms;
    this.desk = desk;
    this.address = address;
  }

  /** The file. */
  public void show(Context ctx) {
    Run run = run(ctx);
    answer(ctx, inTurn(rooms, () -> RunFileWriter.write(file(ctx, run))));
  }

  /** The file as a download. */
  public void file(Context ctx) {
    send(ctx, "export", RunFileWriter::write);
  }

  /** The rounds as JMH writes them. */
  public void jmh(Context ctx) {
    send(ctx, "jmh", ForeignFiles::jmh);
  }

  /** The rounds as pyperf writes them. */
  public void pyperf(Context ctx) {
    send(ctx, "pyperf", ForeignFiles::pyperf);
  }

  /** The rounds as hyperfine writes them. */
  public void hyperfine(Context ctx) {
    send(ctx, "hyperfine", ForeignFiles::hyperfine);
  }

  private void send(Context ctx, String what, Function<RunFile, byte[]> write) {
    Run run = run(ctx);
    byte[] file = inTurn(rooms, () -> write.apply(file(ctx, run)));
    download(ctx, run, what);
    answer(ctx, file);
  }

  /** The file that {@code write} makes, as soon as no other is read or written. */
  public static byte[] inTurn(Rooms rooms, Supplier<byte[]> write) {
    return rooms
        .exports()
        .inTurn(write)
        .orElseThrow(() ->
            Refusal.busy("Other files are being written now: ask again in a moment.", AGAIN_S));
  }

  private static void download(Context ctx, Run run, String what) {
    ctx.header(
        "Content-Disposition",
        "attachment; filename=\"racecard-%s-%s.json\"".formatted(run.publicId(), what));
  }

  private Run run(Context ctx) {
    return desk.run(ctx.pathParam("id"));
  }

  private RunFile file(Context ctx, Run run) {
    return rooms
        .exports()
        .of(run, address.base(ctx) + "/runs/" + run.publicId())
        .orElseThrow(() -> Refusal.of(409, "The run is not finished yet: export it when it is."));
  }

  private static void answer(Context ctx, byte[] file) {
    ctx.header("Cache-Control", "no-store").contentType("application/json").result(file);
  }
}
