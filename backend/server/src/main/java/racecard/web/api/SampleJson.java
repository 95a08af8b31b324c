package racecard.web.api;

import org.jspecify.annotations.Nullable;
import racecard.sample.Sample;

/** One round, as it was measured. */
record SampleJson(
    int cell,
    int generation,
    int block,
    int position,
    String contender,
    String kind,
    boolean valid,
    @Nullable String reason,
    long startedNs,
    @Nullable Long wallNs,
    @Nullable Long cpuNs,
    @Nullable Long memoryBytes,
    int repeats,
    @Nullable String checksum) {

  static SampleJson of(Sample sample) {
    return new SampleJson(
        sample.cell(),
        sample.generation(),
        sample.block(),
        sample.position(),
        sample.contender(),
        sample.kind().id(),
        sample.valid(),
        sample.reason(),
        sample.startedNs(),
        sample.wallNs(),
        sample.usage().cpuNs(),
        sample.usage().memoryBytes(),
        sample.repeats(),
        sample.checksum());
  }
}
