package racecard.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The flags that follow from a comparison itself, put before those about the host. */
final class Flags {
  private Flags() {}

  static List<Flag> of(Comparison comparison, List<Flag> hostFlags) {
    List<Flag> flags = new ArrayList<>();
    if (!comparison.impossible().isEmpty()) {
      flags.add(
          new Flag(
              "IMPOSSIBLE",
              "%s came out faster than is physically possible, so it has no verdict; please report it with the run's JSON."
                  .formatted(String.join(", ", comparison.impossible())),
              true,
              Map.of()));
    }
    if (comparison.controlDiffers()) {
      flags.add(
          new Flag(
              "CONTROL_DIFFERS",
              "The same code measured twice came out different: this host cannot be trusted now. Close other programs and run again.",
              true,
              Map.of()));
    }
    if (comparison.invalidBlocks() > 0) {
      flags.add(
          new Flag(
              "INVALID_BLOCKS",
              "%d of %d blocks were left out because a round in them failed; each round's reason is in the list of all rounds."
                  .formatted(comparison.invalidBlocks(), comparison.blocks()),
              false,
              Map.of("invalid_blocks", (double) comparison.invalidBlocks())));
    }
    flags.addAll(hostFlags);
    return flags;
  }
}
