package racecard.jvm.strategy;

import racecard.jvm.round.Batch;
import racecard.jvm.round.Strategy;

/** One task after another, on the thread that asks. */
public final class Sequential implements Strategy {
  @Override
  public void execute(Batch batch) {
    for (int task = 0; task < batch.tasks(); task++) {
      batch.execute(task);
    }
  }
}
