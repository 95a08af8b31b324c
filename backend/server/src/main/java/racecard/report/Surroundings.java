package racecard.report;

import java.util.SequencedMap;

/**
 * What a run was measured on, and how undisturbed.
 *
 * @param facts host, runtimes, effective limits and origin, name to text
 * @param alone how it is known that nothing else was measured meanwhile
 * @param evidence what was seen of noise, name to text
 * @param noise the same in numbers
 */
public record Surroundings(
    SequencedMap<String, String> facts,
    String alone,
    SequencedMap<String, String> evidence,
    NoiseEvidence noise) {}
