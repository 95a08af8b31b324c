package racecard.web.http;

import java.time.Clock;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import racecard.catalog.Catalog;
import racecard.exchange.Exports;
import racecard.exchange.Imports;
import racecard.host.HostStore;
import racecard.queue.EventLog;
import racecard.queue.JobQueue;
import racecard.queue.Jobs;
import racecard.queue.Pause;
import racecard.queue.WaitingLine;
import racecard.report.Reports;
import racecard.run.RunList;
import racecard.run.RunStore;
import racecard.run.ShareStore;
import racecard.run.UrlPolicy;

/**
 * What pages and resources ask: the other rooms' public faces, wired by the root.
 *
 * @param catalog what can be measured now
 * @param ownWorker the worker of this process; null where it has none
 */
public record Rooms(
    Supplier<Catalog> catalog,
    UrlPolicy urlPolicy,
    RunStore runs,
    RunList list,
    ShareStore shares,
    JobQueue queue,
    Jobs jobs,
    WaitingLine line,
    Pause pause,
    EventLog events,
    HostStore hosts,
    Reports reports,
    Exports exports,
    Imports imports,
    IntSupplier coresNow,
    IntSupplier lanesNow,
    @Nullable OwnWorker ownWorker,
    Clock clock) {

  /** How many cores a run's estimate counts on. */
  public int cores() {
    return coresNow.getAsInt();
  }

  /** How many hosts have a living worker: that many jobs run at once. */
  public int lanes() {
    return lanesNow.getAsInt();
  }
}
