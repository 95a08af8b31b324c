package racecard.view.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import racecard.view.Link;
import racecard.view.PostForm;

/**
 * What can be done with a run now; what cannot is null.
 *
 * @param shareHref the page that makes and revokes links
 * @param again posts the same request to {@code /runs}
 * @param changeHref the form filled with this run
 * @param more posts {@code add} to {@code /runs/{id}/generations}
 * @param moreHint as "about 40 s more would tell threads and event-loop apart"; empty for none
 * @param deleteHref the page that asks first
 */
public record Actions(
    @Nullable String shareHref,
    @Nullable PostForm again,
    @Nullable String changeHref,
    @Nullable PostForm more,
    String moreHint,
    @Nullable PostForm cancel,
    @Nullable String deleteHref,
    List<Link> exports) {

  /** Whether the form does not say how many generations more. */
  public boolean lacksAmount() {
    return more != null && more.fields().stream().noneMatch(field -> field.name().equals("add"));
  }
}
