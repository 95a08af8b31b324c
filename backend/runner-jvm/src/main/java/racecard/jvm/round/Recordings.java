package racecard.jvm.round;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The newest recorded rounds, within 64 MiB of timelines and 1,000 rounds. */
public final class Recordings {
  private static final long MAX_BYTES = 64L << 20;
  private static final int MAX_ROUNDS = 1_000;

  private final Map<Long, Recording> recordings = new LinkedHashMap<>();
  private long bytes;

  /** Keeps {@code recording} of {@code round}, and gives up the oldest ones if need be. */
  public void keep(long round, Recording recording) {
    recordings.put(round, recording);
    bytes += recording.bytes();
    Iterator<Recording> oldest = recordings.values().iterator();
    while (bytes > MAX_BYTES || recordings.size() > MAX_ROUNDS) {
      bytes -= oldest.next().bytes();
      oldest.remove();
    }
  }

  /** The recording of {@code round}, if it is kept. */
  public @Nullable Recording find(long round) {
    return recordings.get(round);
  }
}
