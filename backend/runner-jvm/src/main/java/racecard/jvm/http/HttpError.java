package racecard.jvm.http;

import java.io.IOException;

/** An answer that is not the one expected; the text says what it was. */
public final class HttpError extends IOException {
  private static final long serialVersionUID = 1;

  /** An error described by {@code message}. */
  public HttpError(String message) {
    super(message);
  }
}
