package racecard.runner;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The messages that children are sent. */
final class Requests {
  static final int PROTOCOL = 1;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Requests() {}

  static ObjectNode plain(String type) {
    return JSON.createObjectNode().put("type", type);
  }

  static ObjectNode prepare(String strategy, Work work) {
    ObjectNode message = plain("prepare").put("protocol", PROTOCOL);
    message.put("strategy", strategy).put("workload", work.workload());
    message.set("params", JSON.valueToTree(work.params()));
    message.put("tasks", work.tasks()).put("in_flight", work.inFlight());
    message.put("nonce", work.nonce());
    if (!work.origin().isEmpty()) {
      message.putObject("origin").set("addresses", JSON.valueToTree(work.origin()));
    }
    if (!work.targets().isEmpty()) {
      message.set("targets", JSON.valueToTree(work.targets()));
    }
    return message;
  }

  static ObjectNode round(int round, int repeats) {
    return plain("round").put("round", round).put("repeats", repeats).put("record", true);
  }

  static ObjectNode timeline(int round, int from) {
    return plain("timeline").put("round", round).put("from", from);
  }

  static ObjectNode latency(String of, List<Integer> rounds, int from) {
    ObjectNode message = plain("latency").put("of", of).put("from", from);
    ArrayNode numbers = message.putArray("rounds");
    rounds.forEach(numbers::add);
    return message;
  }

  static ObjectNode calibrate(long cpuNs) {
    return plain("calibrate").put("cpu_ns", cpuNs);
  }

  static ObjectNode configure(OriginSetting setting) {
    return plain("configure")
        .put("nonce", setting.nonce())
        .put("delay_ms", setting.delayMs())
        .put("jitter_ms", setting.jitterMs())
        .put("body_bytes", setting.bodyBytes())
        .put("seed", setting.seed());
  }
}
