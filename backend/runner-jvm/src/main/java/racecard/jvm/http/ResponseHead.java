package racecard.jvm.http;

import java.util.Locale;

/** The status line and the header lines of one response, as far as they matter here. */
final class ResponseHead {
  static final long UNKNOWN = -1;

  private int status;
  private long contentLength = UNKNOWN;
  private boolean chunked;
  private boolean keepAlive;

  void statusLine(String line) throws HttpError {
    boolean http11 = line.startsWith("HTTP/1.1 ");
    if (!http11 && !line.startsWith("HTTP/1.0 ")) {
      throw new HttpError("not an HTTP/1.1 answer: it begins with `" + shortened(line) + "`");
    }
    status = (int) digits(line.substring(9, Math.min(12, line.length())), "status");
    keepAlive = http11;
    contentLength = UNKNOWN;
    chunked = false;
  }

  void header(String line) throws HttpError {
    int colon = line.indexOf(':');
    if (colon < 1) {
      throw new HttpError("not a header line: `" + shortened(line) + "`");
    }
    String name = line.substring(0, colon);
    String value = line.substring(colon + 1).strip();
    if (name.equalsIgnoreCase("Content-Length")) {
      length(digits(value, "Content-Length"));
    } else if (name.equalsIgnoreCase("Transfer-Encoding")) {
      transferEncoding(value);
    } else if (name.equalsIgnoreCase("Connection")) {
      connection(value.toLowerCase(Locale.ROOT));
    }
  }

  private void length(long length) throws HttpError {
    if (contentLength != UNKNOWN && contentLength != length) {
      throw new HttpError("two different Content-Lengths");
    }
    contentLength = length;
  }

  private void transferEncoding(String value) throws HttpError {
    if (!value.equalsIgnoreCase("chunked")) {
      throw new HttpError("a transfer encoding that was not asked for: `" + value + "`");
    }
    chunked = true;
  }

  private void connection(String value) {
    if (value.contains("close")) {
      keepAlive = false;
    } else if (value.contains("keep-alive")) {
      keepAlive = true;
    }
  }

  int status() {
    return status;
  }

  /** The bytes of the body, or {@link #UNKNOWN}. */
  long contentLength() {
    return contentLength;
  }

  boolean chunked() {
    return chunked;
  }

  boolean keepAlive() {
    return keepAlive;
  }

  static long digits(String text, String what) throws HttpError {
    long number = text.isEmpty() || text.length() > 18 ? -1 : 0;
    for (int i = 0; i < text.length() && number >= 0; i++) {
      int digit = text.charAt(i) - '0';
      number = digit >= 0 && digit <= 9 ? number * 10 + digit : -1;
    }
    if (number < 0) {
      throw new HttpError("not a number in " + what + ": `" + shortened(text) + "`");
    }
    return number;
  }

  static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
