package racecard.origin;

import java.util.Locale;

/**
 * What matters of a request's head.
 *
 * @param path empty for anything but a GET
 * @param close whether the client wants the connection closed after the answer
 */
record Request(String path, boolean close) {
  static Request read(String head) {
    int end = head.indexOf("\r\n");
    String line = end < 0 ? head : head.substring(0, end);
    String[] parts = line.split(" ", -1);
    boolean get = parts.length == 3 && parts[0].equals("GET");
    String headers = head.toLowerCase(Locale.ROOT);
    boolean close = headers.contains("\r\nconnection: close") || line.endsWith("HTTP/1.0");
    return new Request(get ? parts[1] : "", close);
  }
}
