package racecard.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds the content of a page.
 *
 * @param title the page's name without the product's
 * @param place the entry of the navigation that is current
 * @param queued how many runs wait, for the number beside Queue
 * @param status what the host does now; null where it is not to be told
 * @param csrf the token that every form of the page sends
 * @param refreshS after how many seconds a browser without JavaScript loads the page again; null
 *     for never
 * @param signOut where the form that ends the session posts to; null when no password is set
 */
public record Frame(
    String title,
    Place place,
    int queued,
    @Nullable HostStatus status,
    String version,
    String csrf,
    @Nullable Integer refreshS,
    @Nullable String signOut) {

  /** The entries of the navigation. */
  public enum Place {
    OVERVIEW("Overview", "/"),
    NEW_RUN("New run", "/runs/new"),
    QUEUE("Queue", "/queue"),
    HISTORY("History", "/runs"),
    HOSTS("Hosts", "/hosts"),
    /** None of them. */
    ELSEWHERE("", "");

    private final String word;
    private final String href;

    Place(String word, String href) {
      this.word = word;
      this.href = href;
    }

    /** The entry's text. */
    public String word() {
      return word;
    }

    /** The entry's address. */
    public String href() {
      return href;
    }

    /** The entries that the navigation shows, in order. */
    public static List<Place> shown() {
      return List.of(OVERVIEW, NEW_RUN, QUEUE, HISTORY, HOSTS);
    }
  }

  /**
   * One line at the right of the header, as "tiny-box · 2 cores · idle".
   *
   * @param href the run being measured; null when there is none
   */
  public record HostStatus(String text, @Nullable String href) {}
}
