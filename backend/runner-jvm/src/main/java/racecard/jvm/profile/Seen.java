package racecard.jvm.profile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import racecard.jvm.line.Message;

/** What a recording holds, added up event by event. */
final class Seen {
  private static final int MAX_FUNCTIONS = 20;
  private static final int MAX_NAME = 200;

  private final Map<String, Long> functions = new HashMap<>();
  private final List<Tally> tallies = Stream.of(Kind.values()).map(Tally::new).toList();
  private long samples;

  void add(RecordedEvent event) {
    if (event.getEventType().getName().equals(Flight.SAMPLE)) {
      addSample(event);
    } else {
      tallies.forEach(tally -> tally.add(event));
    }
  }

  private void addSample(RecordedEvent sample) {
    if (Stack.ofTasks(sample.getThread("sampledThread"), sample.getStackTrace())) {
      samples++;
      functions.merge(cut(Stack.innermost(sample.getStackTrace()), MAX_NAME), 1L, Long::sum);
    }
  }

  /** The answer to `profile_end`, but for what was allocated. */
  Message toMessage() {
    return Message.of("profiled")
        .with("samples", samples)
        .with("functions", mostFrequent())
        .with("events", tallies.stream().map(Tally::fields).toList());
  }

  private List<List<Object>> mostFrequent() {
    return functions.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MAX_FUNCTIONS)
        .map(function -> List.<Object>of(function.getKey(), function.getValue()))
        .toList();
  }

  static String cut(String text, int most) {
    return text.substring(0, Math.min(text.length(), most));
  }
}
