package racecard.web.page.share;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import racecard.report.RunReport;
import racecard.run.Run;
import racecard.run.Share;
import racecard.view.Frame;
import racecard.view.PostForm;
import racecard.view.run.SharePage;
import racecard.web.http.Address;
import racecard.web.http.Desk;
import racecard.web.http.Refusal;
import racecard.web.http.Rooms;
import racecard.web.page.Frames;
import racecard.web.page.Html;
import racecard.web.page.Times;

/** {@code /runs/{id}/shares}: makes and revokes links to a run. */
public final class ShareLinks {
  private static final int MOST = 50;

  private final Rooms rooms;
  private final Desk desk;
  private final Frames frames;
  private final Address address;
  private final Times times;

  /** Makes links under {@code address}. */
  public ShareLinks(Rooms rooms, Desk desk, Frames frames, Address address) {
    this.rooms = rooms;
    this.desk = desk;
    this.frames = frames;
    this.address = address;
    this.times = new Times(rooms.clock());
  }

  /** The links that work, and what they are good for. */
  public void show(Context ctx) {
    Run run = desk.run(ctx.pathParam("id"));
    Frame frame = frames.of(ctx, Frame.Place.ELSEWHERE, "Share");
    Html.show(ctx, Html.TEMPLATES.runShare(view(ctx, run, frame)));
  }

  /** Makes a further link. */
  public void create(Context ctx) {
    Run run = desk.run(ctx.pathParam("id"));
    if (working(run).size() >= MOST) {
      throw Refusal.of(
          409, "This run has %d links that work. Revoke one of them first.".formatted(MOST));
    }
    rooms.shares().create(run.id());
    ctx.redirect(href(run), HttpStatus.SEE_OTHER);
  }

  /** Makes a link of this run open nothing from now on. */
  public void revoke(Context ctx) {
    Run run = desk.run(ctx.pathParam("id"));
    Share share =
        rooms
            .shares()
            .find(ctx.pathParam("token"))
            .filter(found -> found.run().equals(run.id()))
            .orElseThrow(() -> Refusal.notFound("This run has no such link."));
    rooms.shares().revoke(share.token());
    ctx.redirect(href(run), HttpStatus.SEE_OTHER);
  }

  private SharePage view(Context ctx, Run run, Frame frame) {
    RunReport report = rooms.reports().of(run);
    String base = address.base(ctx);
    Address.Reach reach = address.reach(ctx);
    boolean result = report.assessment() != null;
    List<Share> links = working(run);
    return new SharePage(
        frame,
        "/runs/" + run.publicId(),
        report.answer().text(),
        PostForm.to(href(run), frame.csrf()),
        links.stream().map(share -> link(share, run, base, frame.csrf())).toList(),
        sentence(reach),
        reach == Address.Reach.ELSEWHERE,
        result ? "/runs/%s.html".formatted(run.publicId()) : null,
        markdown(report, links.stream().findFirst().map(share -> url(base, share))));
  }

  private List<Share> working(Run run) {
    return rooms.shares().of(run.id()).reversed().stream()
        .filter(share -> share.revokedAt() == null)
        .toList();
  }

  private SharePage.ShareLink link(Share share, Run run, String base, String csrf) {
    return new SharePage.ShareLink(
        share.token(),
        url(base, share),
        times.moment(share.createdAt()),
        PostForm.to("%s/%s/revocation".formatted(href(run), share.token()), csrf));
  }

  private static String sentence(Address.Reach reach) {
    return switch (reach) {
      case ELSEWHERE -> "A link opens for whoever can reach this server, until it is revoked.";
      case THIS_MACHINE ->
          "This Racecard listens on this machine only: a link opens here, the file opens anywhere."
              + " Start it with --listen or --public-url for links that open elsewhere.";
      case OPENED_AS_LOCALHOST ->
          "You opened this page as localhost, so a link opens on this machine only, while the file"
              + " opens anywhere. Open Racecard by this machine's address, or start it with"
              + " --public-url, for links that open elsewhere.";
    };
  }

  private static String markdown(RunReport report, Optional<String> url) {
    String answer = "**%s**\n\n%s".formatted(report.answer().text(), report.wholeWork());
    return url.map(link -> answer + "\n\n" + link).orElse(answer);
  }

  private static String url(String base, Share share) {
    return base + "/s/" + share.token();
  }

  private static String href(Run run) {
    return "/runs/%s/shares".formatted(run.publicId());
  }
}
