package racecard.worker;

import java.time.Duration;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import racecard.host.Noise;

/** Lets one round follow another: never two at once, 20 to 50 ms apart, each with its noise. */
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
    Noise before = Noise.read();
    Tried tried = contestant.round();
    SequencedMap<String, @Nullable Long> noise = Noise.read().since(before);
    return new Ran(contestant.name(), position, contestant.lastRound(), tried, noise);
  }
}
