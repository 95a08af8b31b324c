package racecard.worker;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import racecard.catalog.Strategy;
import racecard.host.CoreWait;
import racecard.host.Noise;

/**
 * Lets one round follow another: never two at once, 20 to 50 ms apart, each with its noise.
 *
 * <p>How long threads waited for a core is counted where tasks are executed one at a time: with
 * more busy threads than cores a contender's own threads wait for each other.
 */
final class Pace {
  private static final long SHORTEST_NS = 20_000_000;
  private static final long LONGEST_NS = 50_000_000;

  private final Hold hold;
  private final SplittableRandom rests = new SplittableRandom();

  Pace(Hold hold) {
    this.hold = hold;
  }

  /** The next round: rests, then asks {@code contestant}; position is from 1, 0 outside blocks. */
  Ran round(Contestant contestant, int position) throws Halted {
    hold.rest(Duration.ofNanos(rests.nextLong(SHORTEST_NS, LONGEST_NS)));
    boolean alone = Strategy.of(contestant.name().strategy()).oneAtATime();
    CoreWait waited = alone ? contestant.coreWait() : null;
    Noise before = Noise.read();
    Tried tried = contestant.round();
    SequencedMap<String, @Nullable Long> noise = Noise.read().since(before);
    if (waited != null) {
      OptionalLong ns = contestant.coreWait().sinceNs(waited);
      noise.put("core_wait_ns", ns.isPresent() ? Long.valueOf(ns.getAsLong()) : null);
    }
    return new Ran(contestant.name(), position, contestant.lastRound(), tried, noise);
  }
}
