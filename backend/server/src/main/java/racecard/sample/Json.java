package racecard.sample;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Records as objects; lanes and histograms as arrays of numbers, short enough for one column. */
final class Json {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  // Records as they are declared, so that a method named isBaseline is no second baseline.
  private static final JsonMapper RECORDS =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .changeDefaultVisibility(visible ->
              visible
                  .withGetterVisibility(Visibility.NONE)
                  .withIsGetterVisibility(Visibility.NONE)
                  .withFieldVisibility(Visibility.ANY))
          .build();

  private Json() {}

  static String record(Record content) {
    return RECORDS.writeValueAsString(content);
  }

  static <R extends Record> R record(String json, Class<R> type) {
    return RECORDS.readValue(json, type);
  }

  static String lanes(List<Lane> lanes) {
    ArrayNode all = JSON.createArrayNode();
    for (Lane lane : lanes) {
      ArrayNode one =
          all.addArray()
              .add(lane.task())
              .add(lane.submittedNs())
              .add(lane.startedNs())
              .add(lane.endedNs());
      lane.stepsNs().forEach(one::add);
    }
    return JSON.writeValueAsString(all);
  }

  static List<Lane> lanes(String json) {
    List<Lane> lanes = new ArrayList<>();
    for (JsonNode one : JSON.readTree(json)) {
      List<Long> steps = new ArrayList<>();
      for (int i = 4; i < one.size(); i++) {
        steps.add(one.get(i).longValue());
      }
      lanes.add(
          new Lane(
              one.get(0).intValue(),
              one.get(1).longValue(),
              one.get(2).longValue(),
              one.get(3).longValue(),
              steps));
    }
    return lanes;
  }

  static String histogram(Histogram histogram) {
    ArrayNode all = JSON.createArrayNode();
    histogram.countByNs().forEach((ns, count) -> all.addArray().add(ns).add(count));
    return JSON.writeValueAsString(all);
  }

  static Histogram histogram(String json) {
    TreeMap<Long, Long> counts = new TreeMap<>();
    for (JsonNode bucket : JSON.readTree(json)) {
      counts.put(bucket.get(0).longValue(), bucket.get(1).longValue());
    }
    return new Histogram(counts);
  }
}
