package racecard;

import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import racecard.catalog.Catalog;
import racecard.host.HostFacts;
import racecard.host.HostStore;
import racecard.queue.Changes;
import racecard.queue.EventLog;
import racecard.queue.JobQueue;
import racecard.queue.Jobs;
import racecard.queue.Pause;
import racecard.queue.WaitingLine;
import racecard.run.RunList;
import racecard.run.RunStore;
import racecard.run.ShareStore;
import racecard.web.Server;
import racecard.web.http.Rooms;

/** The rooms of one process, wired by hand: opened in the order they need each other. */
final class Racecard implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Racecard.class);

  private final Configuration configuration;
  private final DataDirectory directory;
  private final Database database;
  private final Changes changes = new Changes();
  private final JobQueue queue;
  private final HostStore hosts;
  private @Nullable Server server;

  private Racecard(Configuration configuration, DataDirectory directory, Database database) {
    this.configuration = configuration;
    this.directory = directory;
    this.database = database;
    this.queue = new JobQueue(database.jdbi(), database.engine(), changes, JobQueue.LEASE);
    this.hosts = new HostStore(database.jdbi());
  }

  /**
   * Opens everything and listens.
   *
   * @throws CannotOpen when the data or the database cannot be used
   * @throws racecard.web.PortInUse when another program listens there
   */
  static Racecard start(Configuration configuration) {
    DataDirectory directory = DataDirectory.take(configuration.data());
    Log.into(directory.log());
    @Nullable Racecard racecard = null;
    try {
      racecard = new Racecard(configuration, directory, open(configuration));
      racecard.listen();
      return racecard;
    } catch (RuntimeException failure) {
      if (racecard == null) {
        directory.close();
      } else {
        racecard.close();
      }
      LOG.error("could not start", failure);
      throw failure;
    }
  }

  /** Where it answers on this machine. */
  URI address() {
    String listened = configuration.web().address();
    String host = InetAddress.ofLiteral(listened).isAnyLocalAddress() ? "127.0.0.1" : listened;
    return URI.create(
        "http://%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, port()));
  }

  /** Hands the job back, ends open answers, closes the database: within ten seconds. */
  @Override
  public void close() {
    @Nullable Server listening = server;
    try (directory;
        database;
        listening) {
      stopWorker();
    }
  }

  private void listen() {
    server = Server.start(configuration.web(), rooms());
    if (configuration.worker()) {
      startWorker();
    }
  }

  private int port() {
    return server == null ? configuration.web().port() : server.port();
  }

  /**
   * The seam for the worker: it begins when pages can be asked, so that a busy port starts none.
   */
  private void startWorker() {}

  /** The worker hands its job back first, while the database is open; it has eight seconds. */
  private void stopWorker() {}

  private Rooms rooms() {
    int cores = HostFacts.read().cores();
    Pause pause = new Pause(database.jdbi(), database.engine(), changes);
    return new Rooms(
        Catalog::ofJvm,
        configuration.urlPolicy(),
        new RunStore(database.jdbi(), database.engine(), queue),
        new RunList(database.jdbi()),
        new ShareStore(database.jdbi(), database.engine()),
        queue,
        new Jobs(database.jdbi()),
        new WaitingLine(database.jdbi(), pause),
        pause,
        new EventLog(database.jdbi()),
        () -> cores,
        () -> Math.max(1, hosts.alive()),
        Clock.systemUTC());
  }

  private static Database open(Configuration configuration) {
    Configuration.Postgres postgres = configuration.postgres();
    return postgres == null
        ? Database.embedded(configuration.data())
        : Database.at(postgres.url(), postgres.user(), postgres.password());
  }
}
