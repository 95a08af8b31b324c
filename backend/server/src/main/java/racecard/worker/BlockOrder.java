package racecard.worker;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import racecard.catalog.ContenderName;
import racecard.catalog.Plan;

/**
 * The order of the rounds of a block: uniformly random, and the same whenever it is drawn again.
 */
final class BlockOrder {
  private static final long BLOCKS = 1_000_000;

  private BlockOrder() {}

  /**
   * All contenders of the plan, those that are left out later included, in the order of their
   * rounds: {@code Collections.shuffle(contenders, new SplittableRandom(seed + 1,000,000 ×
   * generation + block))} of the plan's contenders in the order they were asked for; generation and
   * block count from 1.
   */
  static List<ContenderName> of(Plan plan, int generation, int block) {
    List<ContenderName> order = new ArrayList<>(plan.contenders());
    Collections.shuffle(order, new SplittableRandom(plan.seed() + BLOCKS * generation + block));
    return order;
  }
}
