package racecard.web.http;

import io.javalin.http.Context;
import java.util.function.Function;
import racecard.exchange.RunFile;
import racecard.run.Run;

/** Final runs as files, for those who may have them. */
public record RunFiles(Rooms rooms) {
  private static final long AGAIN_S = 10;

  /**
   * The bytes that {@code write} makes of {@code run}, whose address is {@code url}, as soon as no
   * other file is read or written; refuses a run that is not final.
   */
  public byte[] write(Run run, String url, Function<RunFile, byte[]> write) {
    return rooms
        .exports()
        .inTurn(() -> write.apply(file(run, url)))
        .orElseThrow(() ->
            Refusal.busy("Other files are being written now: ask again in a moment.", AGAIN_S));
  }

  private RunFile file(Run run, String url) {
    return rooms
        .exports()
        .of(run, url)
        .orElseThrow(
            () -> Refusal.of(409, "The run is not finished yet: its file is there when it is."));
  }

  /** Answers with a file. */
  public static void answer(Context ctx, byte[] file) {
    ctx.header("Cache-Control", "no-store").contentType("application/json").result(file);
  }

  /** Answers with a file to be kept, named after the run and {@code what} it is. */
  public static void download(Context ctx, Run run, String what, byte[] file) {
    ctx.header(
        "Content-Disposition",
        "attachment; filename=\"racecard-%s-%s.json\"".formatted(run.publicId(), what));
    answer(ctx, file);
  }
}
