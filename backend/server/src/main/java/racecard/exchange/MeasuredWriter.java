package racecard.exchange;

import static racecard.exchange.RunFileWriter.time;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import racecard.sample.ContenderStatus;
import racecard.sample.Generation;
import racecard.sample.Lane;
import racecard.sample.Latency;
import racecard.sample.Measured;
import racecard.sample.Profile;
import racecard.sample.Sample;
import racecard.sample.Timeline;
import racecard.sample.Usage;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes what was measured, cell by cell. */
final class MeasuredWriter {
  private final Measured measured;
  private final Map<Place, List<Sample>> rounds;
  private final Map<Place, List<Latency>> latencies;

  MeasuredWriter(Measured measured) {
    this.measured = measured;
    this.rounds =
        measured.samples().stream()
            .collect(Collectors.groupingBy(one -> new Place(one.cell(), one.generation())));
    this.latencies =
        measured.latencies().stream()
            .collect(
                Collectors.groupingBy(
                    one -> new Place(one.latency().cell(), one.generation()),
                    Collectors.mapping(Measured.OfGeneration::latency, Collectors.toList())));
  }

  private record Place(int cell, int generation) {}

  void cell(ObjectNode node, int cell) {
    node.put("cell", cell);
    ArrayNode generations = node.putArray("generations");
    measured.generations().stream()
        .filter(one -> one.cell() == cell)
        .forEach(one -> generation(generations.addObject(), one));
    ArrayNode contenders = node.putArray("contenders");
    measured.statuses().stream()
        .filter(one -> one.cell() == cell)
        .forEach(one -> status(contenders.addObject(), one));
    ArrayNode timelines = node.putArray("timelines");
    measured.timelines().stream()
        .filter(one -> one.cell() == cell)
        .forEach(one -> timeline(timelines.addObject(), one));
    node.putNull("outcome");
    measured.outcomes().stream()
        .filter(one -> one.outcome().cell() == cell)
        .forEach(one -> outcome(node.putObject("outcome"), one));
    ArrayNode profiles = node.putArray("profiles");
    measured.profiles().stream()
        .filter(one -> one.cell() == cell)
        .forEach(one -> profile(profiles.addObject(), one));
  }

  private void generation(ObjectNode node, Generation generation) {
    node.put("number", generation.number());
    node.put("job", generation.job().number());
    node.put("fence", generation.fence());
    node.put("started_at", time(generation.startedAt()));
    node.put("finished_at", time(generation.finishedAt()));
    node.set("facts", Document.JSON.readTree(generation.factsJson()));
    Place place = new Place(generation.cell(), generation.number());
    ArrayNode ofRounds = node.putArray("rounds");
    rounds.getOrDefault(place, List.of()).forEach(one -> round(ofRounds.addObject(), one));
    ArrayNode ofLatencies = node.putArray("latencies");
    latencies.getOrDefault(place, List.of()).forEach(one -> latency(ofLatencies.addObject(), one));
  }

  private static void round(ObjectNode node, Sample sample) {
    node.put("seq", sample.seq());
    node.put("block", sample.block());
    node.put("position", sample.position());
    node.put("contender", sample.contender());
    node.put("kind", sample.kind().id());
    node.put("valid", sample.valid());
    node.put("reason", sample.reason());
    node.put("started_ns", sample.startedNs());
    node.put("wall_ns", sample.wallNs());
    node.put("repeats", sample.repeats());
    node.put("checksum", sample.checksum());
    usage(node, sample.usage());
    node.set("counters", Document.JSON.readTree(sample.countersJson()));
  }

  private static void usage(ObjectNode node, Usage usage) {
    node.put("cpu_ns", usage.cpuNs());
    node.put("memory_bytes", usage.memoryBytes());
    node.put("threads", usage.threads());
    node.put("processes", usage.processes());
    node.put("gc_ns", usage.gcNs());
    node.put("gc_count", usage.gcCount());
    node.put("compile_ns", usage.compileNs());
    node.put("voluntary_switches", usage.voluntarySwitches());
    node.put("involuntary_switches", usage.involuntarySwitches());
  }

  private static void latency(ObjectNode node, Latency latency) {
    node.put("contender", latency.contender());
    node.put("measure", latency.measure().id());
    ArrayNode counts = node.putArray("counts");
    latency.histogram().countByNs().forEach((ns, count) -> counts.addArray().add(ns).add(count));
  }

  private static void status(ObjectNode node, ContenderStatus status) {
    node.put("contender", status.contender());
    node.put("status", status.status().id());
    node.put("reason", status.reason());
    node.put("remedy", status.remedy());
    node.put("effective_in_flight", status.effectiveInFlight());
    node.put("setup_ns", status.setupNs());
    node.put("cold_ns", status.coldNs());
    node.set("facts", Document.JSON.readTree(status.factsJson()));
  }

  private static void timeline(ObjectNode node, Timeline timeline) {
    node.put("contender", timeline.contender());
    node.put("generation", timeline.generation());
    node.put("block", timeline.block());
    node.put("wall_ns", timeline.wallNs());
    node.put("tasks", timeline.tasks());
    ArrayNode lanes = node.putArray("lanes");
    timeline.lanes().forEach(lane -> lane(lanes.addArray(), lane));
  }

  private static void lane(ArrayNode node, Lane lane) {
    node.add(lane.task()).add(lane.submittedNs()).add(lane.startedNs()).add(lane.endedNs());
    lane.stepsNs().forEach(node::add);
  }

  private static void profile(ObjectNode node, Profile profile) {
    node.put("contender", profile.contender());
    node.put("job", profile.job().number());
    node.put("taken_at", time(profile.takenAt()));
    node.set("findings", Document.JSON.readTree(profile.findings().json()));
  }

  private static void outcome(ObjectNode node, Measured.CellOutcome kept) {
    node.put("job", kept.job().number());
    node.put("stored_at", time(kept.storedAt()));
    node.put("leader", kept.outcome().leader());
    node.put("grade", kept.outcome().grade());
    node.set("assessment", Document.JSON.readTree(kept.outcome().summaryJson()));
  }
}
