package racecard;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import racecard.exchange.Exports;
import racecard.exchange.Imports;
import racecard.exchange.Turn;
import racecard.host.HostFacts;
import racecard.host.HostStore;
import racecard.queue.Changes;
import racecard.queue.Children;
import racecard.queue.EventLog;
import racecard.queue.JobQueue;
import racecard.queue.Jobs;
import racecard.queue.PastJobs;
import racecard.queue.Pause;
import racecard.queue.Rescue;
import racecard.queue.WaitingLine;
import racecard.report.Reports;
import racecard.run.ImportStore;
import racecard.run.RunList;
import racecard.run.RunStore;
import racecard.run.ShareStore;
import racecard.run.UrlPolicy;
import racecard.sample.LatencyStore;
import racecard.sample.MeasuredStore;
import racecard.sample.OutcomeStore;
import racecard.sample.ProfileStore;
import racecard.sample.SampleStore;
import racecard.sample.TimelineStore;
import racecard.web.http.OwnWorker;
import racecard.web.http.Rooms;
import racecard.worker.Stores;

/** Which room gets what: the stores of one database, as the web and the worker know them. */
final class Wiring {
  private static final Duration FILE_PATIENCE = Duration.ofSeconds(10);

  private final Database database;
  private final UrlPolicy urlPolicy;
  private final Clock clock;
  private final Changes changes = new Changes();
  private final JobQueue queue;
  private final HostStore hosts;
  private final SampleStore samples;
  private final TimelineStore timelines;
  private final OutcomeStore outcomes;
  private final ProfileStore profiles;

  Wiring(Database database, UrlPolicy urlPolicy, Clock clock) {
    this.database = database;
    this.urlPolicy = urlPolicy;
    this.clock = clock;
    this.queue = new JobQueue(database.jdbi(), database.engine(), changes, JobQueue.LEASE);
    this.hosts = new HostStore(database.jdbi());
    this.samples = new SampleStore(database.jdbi(), queue);
    this.timelines = new TimelineStore(database.jdbi(), queue);
    this.outcomes = new OutcomeStore(database.jdbi(), queue);
    this.profiles = new ProfileStore(database.jdbi(), queue);
  }

  /** What the worker takes jobs from and keeps its measurements in. */
  Stores worker() {
    return new Stores(
        queue,
        new Rescue(database.jdbi(), changes),
        new Children(database.jdbi()),
        hosts,
        samples,
        timelines,
        outcomes,
        profiles);
  }

  /** What pages and resources ask, and the worker of this process if there is one. */
  Rooms web(@Nullable OwnWorker ownWorker) {
    int cores = HostFacts.read().cores();
    Pause pause = new Pause(database.jdbi(), database.engine(), changes);
    Jobs jobs = new Jobs(database.jdbi());
    Turn files = new Turn(FILE_PATIENCE);
    WaitingLine line = new WaitingLine(database.jdbi(), pause);
    return new Rooms(
        new HostsCatalog(hosts),
        urlPolicy,
        new RunStore(database.jdbi(), database.engine(), queue),
        new RunList(database.jdbi()),
        new ShareStore(database.jdbi(), database.engine()),
        queue,
        jobs,
        line,
        pause,
        new EventLog(database.jdbi()),
        hosts,
        new Reports(
            new Reports.Shelves(
                jobs,
                line,
                samples,
                timelines,
                new LatencyStore(database.jdbi()),
                outcomes,
                profiles,
                hosts::alive),
            clock),
        new Exports(
            new PastJobs(database.jdbi()),
            new MeasuredStore(database.jdbi(), queue),
            Main.version(),
            files),
        new Imports(new ImportStore(database.jdbi(), database.engine()), clock, files),
        () -> cores,
        hosts::alive,
        ownWorker,
        clock);
  }
}
