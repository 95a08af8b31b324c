package racecard.queue;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Whether jobs may be claimed at all: a row named paused is there while they may not. */
public final class Pause {
  private static final String SET =
      """
      insert into setting (name, content)
      values ('paused', '')
      """;

  private static final String CLEAR =
      """
      delete from setting
      where name = 'paused'
      """;

  private static final String COUNT =
      """
      select count(*)
      from setting
      where name = 'paused'
      """;

  private final Jdbi jdbi;
  private final Engine engine;
  private final Changes changes;

  /** Switches the queue in the database behind {@code jdbi}. */
  public Pause(Jdbi jdbi, Engine engine, Changes changes) {
    this.jdbi = jdbi;
    this.engine = engine;
    this.changes = changes;
  }

  /** Lets no further job be claimed; what runs goes on. */
  public void pause() {
    try {
      jdbi.useHandle(handle -> handle.createUpdate(SET).execute());
    } catch (JdbiException failure) {
      if (!Conflict.unique(failure)) {
        throw failure;
      }
    }
    kept();
  }

  /** Lets jobs be claimed again. */
  public void resume() {
    jdbi.useHandle(handle -> handle.createUpdate(CLEAR).execute());
    kept();
  }

  /** Whether the queue is paused. */
  public boolean paused() {
    return jdbi.withHandle(handle -> handle.createQuery(COUNT).mapTo(long.class).one() > 0);
  }

  private void kept() {
    engine.force(jdbi);
    changes.tell();
  }
}
