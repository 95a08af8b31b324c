package racecard.jvm.workload;

import java.net.InetSocketAddress;
import java.util.List;
import racecard.jvm.http.Download;

/** Which downloads each task makes. */
public sealed interface Urls {
  /** How many downloads each task makes. */
  int perTask();

  /** Download number {@code url} of task number {@code task}. */
  Download download(int task, int url);

  /**
   * Each task has URLs of its own at the local origin, and the tasks are spread over its addresses.
   */
  record AtOrigin(int perTask, List<InetSocketAddress> addresses) implements Urls {
    @Override
    public Download download(int task, int url) {
      InetSocketAddress address = addresses.get(task % addresses.size());
      return new Download(
          address, address.getHostString() + ":" + address.getPort(), "/u/" + task + "/" + url);
    }
  }

  /** Every task downloads the same URLs. */
  record Given(List<Download> downloads) implements Urls {
    @Override
    public int perTask() {
      return downloads.size();
    }

    @Override
    public Download download(int task, int url) {
      return downloads.get(url);
    }
  }
}
