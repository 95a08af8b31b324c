package racecard.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The rounds of a cell, arranged so that only rounds of the same valid block are paired. */
final class Blocks {
  // Beyond this share of invalid blocks the rest cannot be called representative.
  private static final double MOST_INVALID = 0.10;

  private final List<Map<String, Round>> valid;
  private final List<Integer> generations;
  private final int all;
  // Who leads and every rank ask for the same pairs again.
  private final Map<List<String>, Optional<Effect>> effects = new HashMap<>();

  private Blocks(List<Map<String, Round>> valid, List<Integer> generations, int all) {
    this.valid = valid;
    this.generations = generations;
    this.all = all;
  }

  static Blocks of(List<Round> rounds) {
    Map<Integer, Map<Integer, List<Round>>> grouped =
        rounds.stream()
            .collect(
                Collectors.groupingBy(
                    Round::generation,
                    TreeMap::new,
                    Collectors.groupingBy(Round::block, TreeMap::new, Collectors.toList())));
    List<Map<String, Round>> valid = new ArrayList<>();
    List<Integer> generations = new ArrayList<>();
    int all = 0;
    for (Map.Entry<Integer, Map<Integer, List<Round>>> generation : grouped.entrySet()) {
      for (List<Round> block : generation.getValue().values()) {
        all++;
        if (block.stream().allMatch(Round::valid)) {
          valid.add(
              block.stream().collect(Collectors.toMap(Round::contender, r -> r, (a, b) -> b)));
          generations.add(generation.getKey());
        }
      }
    }
    return new Blocks(valid, generations, all);
  }

  int invalid() {
    return all - valid.size();
  }

  boolean tooManyInvalid() {
    return tooMany(invalid(), all);
  }

  /** Whether so many invalid ones of {@code all} leave no verdict. */
  static boolean tooMany(int invalid, int all) {
    return invalid > MOST_INVALID * all;
  }

  int count() {
    return all;
  }

  int generations() {
    return (int) generations.stream().distinct().count();
  }

  /** The effect of {@code contender} over {@code base}; empty when no valid block has both. */
  Optional<Effect> effect(String contender, String base) {
    return effects.computeIfAbsent(List.of(contender, base), _ -> estimate(contender, base));
  }

  private Optional<Effect> estimate(String contender, String base) {
    List<Effect.Pair> pairs = new ArrayList<>();
    for (int i = 0; i < valid.size(); i++) {
      Round ours = valid.get(i).get(contender);
      Round theirs = valid.get(i).get(base);
      if (ours != null && theirs != null) {
        pairs.add(
            new Effect.Pair(
                generations.get(i), Math.log(theirs.wallNs()) - Math.log(ours.wallNs())));
      }
    }
    return pairs.isEmpty() ? Optional.empty() : Optional.of(Effect.of(pairs));
  }

  /** The times of one contender on the logarithmic scale; empty when no valid block has it. */
  Optional<Effect> slowness(String contender) {
    List<Effect.Pair> times = new ArrayList<>();
    for (int i = 0; i < valid.size(); i++) {
      Round ours = valid.get(i).get(contender);
      if (ours != null) {
        times.add(new Effect.Pair(generations.get(i), Math.log(ours.wallNs())));
      }
    }
    return times.isEmpty() ? Optional.empty() : Optional.of(Effect.of(times));
  }

  /** One valid block's times by contender, on the logarithmic scale. */
  record Logs(int generation, Map<String, Double> byContender) {}

  /** The valid blocks in the order they were measured. */
  List<Logs> logs() {
    List<Logs> logs = new ArrayList<>();
    for (int i = 0; i < valid.size(); i++) {
      Map<String, Double> byContender = new TreeMap<>();
      valid.get(i).forEach((name, round) -> byContender.put(name, Math.log(round.wallNs())));
      logs.add(new Logs(generations.get(i), byContender));
    }
    return logs;
  }

  /** The valid times of one contender in nanoseconds, ascending. */
  double[] times(String contender) {
    return valid.stream()
        .filter(block -> block.containsKey(contender))
        .mapToDouble(block -> block.get(contender).wallNs())
        .sorted()
        .toArray();
  }
}
