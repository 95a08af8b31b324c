package racecard.web.api;

import io.javalin.http.Context;
import java.util.function.Function;
import racecard.exchange.ForeignFiles;
import racecard.exchange.RunFile;
import racecard.exchange.RunFileWriter;
import racecard.run.Run;
import racecard.web.http.Address;
import racecard.web.http.Desk;
import racecard.web.http.Rooms;
import racecard.web.http.RunFiles;

/** {@code /api/v1/runs/{id}/export}: a final run as a file, with all that was measured. */
public final class ExportResource {
  private final RunFiles files;
  private final Desk desk;
  private final Address address;

  /** Answers from {@code rooms}, with links under {@code address}. */
  public ExportResource(Rooms rooms, Desk desk, Address address) {
    this.files = new RunFiles(rooms);
    this.desk = desk;
    this.address = address;
  }

  /** The file. */
  public void show(Context ctx) {
    RunFiles.answer(ctx, written(ctx, run(ctx), RunFileWriter::write));
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
    RunFiles.download(ctx, run, what, written(ctx, run, write));
  }

  private byte[] written(Context ctx, Run run, Function<RunFile, byte[]> write) {
    return files.write(run, address.base(ctx) + "/runs/" + run.publicId(), write);
  }

  private Run run(Context ctx) {
    return desk.run(ctx.pathParam("id"));
  }
}
