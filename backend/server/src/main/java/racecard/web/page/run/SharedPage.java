package racecard.web.page.run;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.regex.Pattern;
import racecard.exchange.RunFileWriter;
import racecard.run.Run;
import racecard.run.Share;
import racecard.view.run.RunParts;
import racecard.view.run.SharedRun;
import racecard.web.http.Address;
import racecard.web.http.Refusal;
import racecard.web.http.Rooms;
import racecard.web.http.RunFiles;
import racecard.web.page.Html;
import racecard.web.page.Version;

/** {@code /s/{token}}: one run for whoever has the link, and nothing else. */
public final class SharedPage {
  private static final Pattern TOKEN = Pattern.compile("[0-9a-z]{26}");

  private final Rooms rooms;
  private final Address address;
  private final RunView view;

  /** Shows shared runs of {@code rooms} as {@code view} sees them. */
  public SharedPage(Rooms rooms, Address address, RunView view) {
    this.rooms = rooms;
    this.address = address;
    this.view = view;
  }

  /** The page; 404 when the link was revoked or never was. */
  public void show(Context ctx) {
    String token = ctx.pathParam("token");
    Run run = find(token).orElseThrow(SharedPage::gone);
    String path = "/s/" + token;
    String runtime = RuntimeLinks.chosen(ctx, run);
    Integer cell = CellLinks.chosen(ctx, run);
    RunParts parts = view.parts(run, new RunView.Reader(null, "", path, runtime, cell));
    Html.show(
        ctx,
        Html.TEMPLATES.shareShow(
            new SharedRun(
                parts.answer().text(),
                address.base(ctx) + path,
                run.state().isFinal()
                    ? null
                    : RuntimeLinks.href(CellLinks.href(path, run, cell), runtime),
                parts.answer().conditions(),
                Version.text(),
                run.state().isFinal() ? path + "/export.json" : null,
                parts)));
  }

  /** The run as a file, so that whoever has the link can check its verdict. */
  public void export(Context ctx) {
    String token = ctx.pathParam("token");
    Run run = find(token).orElseThrow(SharedPage::gone);
    String url = address.base(ctx) + "/s/" + token;
    byte[] file = new RunFiles(rooms).write(run, url, RunFileWriter::write);
    RunFiles.download(ctx, run, "export", file);
  }

  private Optional<Run> find(String token) {
    return Optional.of(token)
        .filter(TOKEN.asMatchPredicate())
        .flatMap(rooms.shares()::find)
        .filter(share -> share.revokedAt() == null)
        .map(Share::run)
        .flatMap(rooms.runs()::find);
  }

  // The same for both: who has no link learns nothing about which there were.
  private static Refusal gone() {
    return Refusal.notFound(
        "This link opens nothing: it was revoked, its run was deleted, or it is not complete. "
            + "Ask whoever sent it for a new one.");
  }
}
