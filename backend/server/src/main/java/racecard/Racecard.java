package racecard;

import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import racecard.runner.Installation;
import racecard.web.Server;
import racecard.web.http.OwnWorker;
import racecard.worker.Worker;

/** The rooms of one process, wired by hand: opened in the order they need each other. */
final class Racecard implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Racecard.class);

  private final Configuration configuration;
  private final DataDirectory directory;
  private final Database database;
  private final Wiring wiring;
  private @Nullable Server server;
  private @Nullable Worker worker;

  private Racecard(Configuration configuration, DataDirectory directory, Database database) {
    this.configuration = configuration;
    this.directory = directory;
    this.database = database;
    this.wiring =
        new Wiring(database, configuration.urlPolicy(), Clock.system(ZoneId.systemDefault()));
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
    @Nullable Worker measuring = worker;
    // The last named is closed first: the worker hands its job back while the database is open.
    try (directory;
        database;
        listening;
        measuring) {
      LOG.info("stops");
    }
  }

  /** The worker begins when pages can be asked, so that a busy port starts none. */
  private void listen() {
    Worker own = configuration.worker() ? newWorker() : null;
    server = Server.start(configuration.web(), wiring.web(asPagesKnow(own)));
    if (own != null) {
      worker = own;
      own.start();
    }
  }

  /** Null where there is none, or none that looks for anything. */
  private @Nullable OwnWorker asPagesKnow(@Nullable Worker own) {
    return own == null || configuration.runtimes() == Configuration.Measured.JVM
        ? null
        : new OwnWorker(own.host(), own::lookAgain, own::looking);
  }

  private int port() {
    return server == null ? configuration.web().port() : server.port();
  }

  private Worker newWorker() {
    return new Worker(
        wiring.worker(),
        Installation.ofThisProgram(configuration.openRuntimes()),
        UUID.randomUUID().toString(),
        Main.version());
  }

  private static Database open(Configuration configuration) {
    Configuration.Postgres postgres = configuration.postgres();
    return postgres == null
        ? Database.embedded(configuration.data())
        : Database.at(postgres.url(), postgres.user(), postgres.password());
  }
}
