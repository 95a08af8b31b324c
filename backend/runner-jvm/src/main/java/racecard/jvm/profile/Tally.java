package racecard.jvm.profile;

import java.util.LinkedHashMap;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** How often something of one kind happened, for how long, and the longest one as an example. */
final class Tally {
  private static final int MAX_EXAMPLE = 300;

  private final Kind kind;
  private long count;
  private long totalNs;
  private long longestNs;
  private @Nullable String example;

  Tally(Kind kind) {
    this.kind = kind;
  }

  /** Counts {@code happened} if it is of this kind. */
  void add(RecordedEvent happened) {
    if (happened.getEventType().getName().equals(kind.event()) && kind.counts(happened)) {
      add(happened, happened.getDuration().toNanos());
    }
  }

  private void add(RecordedEvent happened, long ns) {
    if (count == 0 || ns > longestNs) {
      longestNs = ns;
      example = kind.example(happened);
    }
    count++;
    totalNs += ns;
  }

  Map<String, @Nullable Object> fields() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("kind", kind.id());
    fields.put("count", count);
    fields.put("total_ns", totalNs);
    fields.put("longest_ns", longestNs);
    fields.put("example", example == null ? null : Seen.cut(example, MAX_EXAMPLE));
    return fields;
  }
}
