package racecard.jvm.workload;

import java.io.IOException;
import racecard.jvm.checksum.Modulus;
import racecard.jvm.http.BlockingConnection;
import racecard.jvm.http.Download;

/** Downloads URLs one after another over a connection of the task's own. */
public final class Fetch implements Workload {
  private final Urls urls;
  private final int limitMs;

  /** A task that downloads {@code urls}, each within {@code limitMs} milliseconds. */
  public Fetch(Urls urls, int limitMs) {
    this.urls = urls;
    this.limitMs = limitMs;
  }

  @Override
  public long execute(int task, Laps laps) throws IOException {
    long value = 0;
    try (BlockingConnection connection = new BlockingConnection(limitMs)) {
      for (int url = 0; url < urls.perTask(); url++) {
        value = fold(value, url, connection.get(download(task, url)));
        laps.mark(url);
      }
    }
    return value;
  }

  @Override
  public int laps() {
    return urls.perTask();
  }

  /** Download number {@code url} of task number {@code task}. */
  public Download download(int task, int url) {
    return urls.download(task, url);
  }

  /** The milliseconds that one download may take, connecting included. */
  public int limitMs() {
    return limitMs;
  }

  /** A task's value so far and the body of its download number {@code url}, folded together. */
  public static long fold(long value, int url, long body) {
    return Modulus.add(value, Modulus.multiply(url + 1, body));
  }
}
