package racecard.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The working of one comparison. */
final class Comparing {
  // By this much a measured time may seem to beat a limit, for the clocks' and the timers' grain.
  private static final double TIME_TOLERANCE = 0.99;
  private static final double SPEED_UP_TOLERANCE = 1.05;

  private final Blocks blocks;
  private final List<Entrant> entrants;
  private final double marginPercent;
  private final List<String> impossible = new ArrayList<>();

  Comparing(Blocks blocks, List<Entrant> entrants, double marginPercent) {
    this.blocks = blocks;
    this.entrants = entrants;
    this.marginPercent = marginPercent;
  }

  Comparison compare() {
    entrants.stream().filter(this::beatsPhysics).map(Entrant::name).forEach(impossible::add);
    Map<String, Entrant> leaders = leaders();
    List<Placing> placings =
        entrants.stream().map(e -> placing(e, leaders.get(e.baseline()))).toList();
    return new Comparison(
        placings,
        leaders.values().stream().map(Entrant::name).toList(),
        controlDiffers(),
        List.copyOf(impossible),
        blocks.generations(),
        blocks.count(),
        blocks.invalid());
  }

  private boolean beatsPhysics(Entrant entrant) {
    double[] times = blocks.times(entrant.name());
    if (times.length == 0) {
      return false;
    }
    boolean tooEarly = HodgesLehmann.median(times) < entrant.limitNs() * TIME_TOLERANCE;
    Optional<Effect> effect =
        entrant.isBaseline() ? Optional.empty() : blocks.effect(entrant.name(), entrant.baseline());
    return tooEarly
        || effect
            .filter(e -> e.speedUpLow() > entrant.mostSpeedUp() * SPEED_UP_TOLERANCE)
            .isPresent();
  }

  /** By their baseline. */
  private Map<String, Entrant> leaders() {
    Map<String, Entrant> leaders = new LinkedHashMap<>();
    if (!blocks.tooManyInvalid()) {
      entrants.stream()
          .filter(this::mayLead)
          .forEach(one -> leaders.merge(one.baseline(), one, this::faster));
    }
    return leaders;
  }

  private Entrant faster(Entrant leader, Entrant other) {
    return theta(other, leader) > 0 ? other : leader;
  }

  private boolean mayLead(Entrant entrant) {
    return !entrant.control()
        && !impossible.contains(entrant.name())
        && blocks.times(entrant.name()).length > 0;
  }

  private double theta(Entrant entrant, Entrant other) {
    return blocks.effect(entrant.name(), other.name()).map(Effect::theta).orElse(0.0);
  }

  private Placing placing(Entrant entrant, @Nullable Entrant leader) {
    double[] times = blocks.times(entrant.name());
    String reason = withheld(entrant, times);
    Effect effect =
        entrant.isBaseline()
            ? null
            : blocks.effect(entrant.name(), entrant.baseline()).orElse(null);
    Effect versusLeader =
        leader == null || leader.equals(entrant) || reason != null
            ? null
            : blocks.effect(entrant.name(), leader.name()).orElse(null);
    return new Placing(
        entrant.name(),
        entrant.baseline(),
        reason != null || entrant.control() ? null : rank(entrant),
        verdict(entrant, effect, reason),
        effect,
        versusLeader,
        versusLeader == null ? null : Verdict.of(versusLeader, marginPercent),
        times.length == 0 ? null : HodgesLehmann.median(times),
        times.length,
        reason);
  }

  private @Nullable String withheld(Entrant entrant, double[] times) {
    if (times.length == 0) {
      return "no valid round";
    }
    if (impossible.contains(entrant.name())) {
      return "faster than is physically possible: the measurement cannot be right";
    }
    if (blocks.tooManyInvalid()) {
      return "%d of %d blocks were invalid, more than a tenth"
          .formatted(blocks.invalid(), blocks.count());
    }
    return null;
  }

  private Verdict verdict(Entrant entrant, @Nullable Effect effect, @Nullable String reason) {
    if (reason != null) {
      return Verdict.NONE;
    }
    if (entrant.isBaseline()) {
      return entrants.size() == 1 ? Verdict.NONE : Verdict.BASELINE;
    }
    return effect == null ? Verdict.NONE : Verdict.of(effect, marginPercent);
  }

  private int rank(Entrant entrant) {
    return 1 + (int) entrants.stream().filter(other -> isFaster(other, entrant)).count();
  }

  private boolean isFaster(Entrant other, Entrant entrant) {
    return !other.equals(entrant)
        && other.baseline().equals(entrant.baseline())
        && mayLead(other)
        && blocks
            .effect(other.name(), entrant.name())
            .map(effect -> Verdict.of(effect, marginPercent) == Verdict.FASTER)
            .orElse(false);
  }

  private boolean controlDiffers() {
    return entrants.stream()
        .filter(Entrant::control)
        .flatMap(control -> blocks.effect(control.name(), original(control)).stream())
        .map(effect -> Verdict.of(effect, marginPercent))
        .anyMatch(verdict -> verdict == Verdict.FASTER || verdict == Verdict.SLOWER);
  }

  private static String original(Entrant control) {
    int mark = control.name().indexOf('#');
    return mark < 0 ? control.name() : control.name().substring(0, mark);
  }
}
