package racecard.view;

import java.util.List;

/**
 * A form that is only a button.
 *
 * @param csrf the token against requests from other sites
 */
public record PostForm(String action, String csrf, List<Hidden> fields) {
  /** Copies the fields. */
  public PostForm {
    fields = List.copyOf(fields);
  }

  /** A form without fields. */
  public static PostForm to(String action, String csrf) {
    return new PostForm(action, csrf, List.of());
  }
}
