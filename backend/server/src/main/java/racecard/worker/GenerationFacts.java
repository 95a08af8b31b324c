package racecard.worker;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import racecard.host.ClockFacts;
import racecard.host.HostStore;
import racecard.runner.Runner;
import racecard.sample.Generation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a generation notes of its surroundings, an object:
 *
 * <ul>
 *   <li>{@code host}: what {@link HostStore#json} writes;
 *   <li>{@code clock}: where the kernel reads it from, as {@code source}, null where it does not
 *       tell, and the smallest step that was seen, as {@code grain_ns};
 *   <li>{@code nonce}: what makes the job's bytes its own;
 *   <li>{@code mixed_steps}: the calibrated steps of a task of {@code mixed}, null for others;
 *       every job of the cell uses the first one's;
 *   <li>{@code origin}: null, or flat what it was told and how its self-test came out;
 *   <li>{@code runtimes}: by name, flat: {@code version} and what the runtime says of itself;
 *   <li>{@code contenders}: by name, {@code setup_ns}, {@code effective_in_flight} and flat what
 *       its child said when it was ready.
 * </ul>
 */
final class GenerationFacts {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String STEPS = "mixed_steps";
  private static final int LONGEST_OF_CHILD = 8_000;

  private GenerationFacts() {}

  static String json(Bench bench, List<Contestant> contestants) {
    ObjectNode facts = JSON.createObjectNode();
    facts.set("host", JSON.readTree(HostStore.json(bench.host())));
    facts.set("clock", clock(ClockFacts.read()));
    facts.put("nonce", bench.work().nonce());
    facts.put(STEPS, bench.steps() == 0 ? null : Long.valueOf(bench.steps()));
    facts.set("origin", origin(bench.origin()));
    ObjectNode runtimes = facts.putObject("runtimes");
    ObjectNode contenders = facts.putObject("contenders");
    for (Contestant contestant : contestants) {
      runtimes.set(contestant.name().runtime(), runtime(contestant.runner()));
      contenders.set(contestant.name().toString(), contender(contestant));
    }
    return JSON.writeValueAsString(facts);
  }

  /** What a contender's status notes: what its runtime and its child said, together and flat. */
  static String ofChild(Contestant contestant) {
    ObjectNode facts = runtime(contestant.runner());
    facts.setAll(object(contestant.ready().factsJson()));
    return JSON.writeValueAsString(facts);
  }

  /** The calibrated steps that any generation of a cell noted. */
  static OptionalLong steps(List<Generation> generations) {
    return generations.stream()
        .map(generation -> JSON.readTree(generation.factsJson()).path(STEPS))
        .filter(JsonNode::isIntegralNumber)
        .mapToLong(JsonNode::longValue)
        .findFirst();
  }

  private static ObjectNode clock(ClockFacts clock) {
    return JSON.createObjectNode().put("source", clock.source()).put("grain_ns", clock.grainNs());
  }

  private static JsonNode origin(@Nullable LocalOrigin origin) {
    return origin == null ? JSON.getNodeFactory().nullNode() : origin.facts();
  }

  private static ObjectNode runtime(Runner runner) {
    ObjectNode runtime = JSON.createObjectNode().put("version", runner.facts().version());
    runtime.setAll(object(runner.facts().factsJson()));
    return runtime;
  }

  private static ObjectNode contender(Contestant contestant) {
    ObjectNode contender =
        JSON.createObjectNode()
            .put("setup_ns", contestant.ready().setupNs())
            .put("effective_in_flight", contestant.ready().effectiveInFlight());
    contender.setAll(object(contestant.ready().factsJson()));
    return contender;
  }

  /** A child may say much more than a row keeps. */
  private static ObjectNode object(String factsJson) {
    return factsJson.length() <= LONGEST_OF_CHILD
            && JSON.readTree(factsJson) instanceof ObjectNode object
        ? object
        : JSON.createObjectNode();
  }
}
