package racecard.view.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import racecard.view.Frame;
import racecard.view.Moment;
import racecard.view.PostForm;

/**
 * Makes and revokes links to a run; shown as a dialog where JavaScript runs.
 *
 * @param links those that work, newest first
 * @param reach what a link is good for, as "This Racecard listens on this machine only: the link
 *     opens here, the file opens anywhere."
 * @param linkWorksElsewhere whether a colleague can open a link
 * @param fileHref the run as one file; null while there is no result
 */
public record SharePage(
    Frame frame,
    String runHref,
    String answer,
    PostForm create,
    List<ShareLink> links,
    String reach,
    boolean linkWorksElsewhere,
    @Nullable String fileHref,
    String markdown) {

  /** A link that works until it is revoked. */
  public record ShareLink(String id, String url, Moment created, PostForm revoke) {}
}
