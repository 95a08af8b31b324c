package racecard.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.net.BindException;
import org.eclipse.jetty.server.HttpConfiguration;
import racecard.web.http.Rooms;
import racecard.web.safety.Headers;

/** The web server, listening from its start until it is closed. */
public final class Server implements AutoCloseable {
  private final Javalin javalin;
  private final Routes routes;

  private Server(Javalin javalin, Routes routes) {
    this.javalin = javalin;
    this.routes = routes;
  }

  /**
   * Starts to listen.
   *
   * @throws PortInUse when another program listens there
   */
  public static Server start(Settings settings, Rooms rooms) {
    Routes routes = new Routes(settings, rooms);
    Javalin javalin = Javalin.create(config -> configure(config, routes));
    try {
      return new Server(javalin.start(settings.address(), settings.port()), routes);
    } catch (RuntimeException failure) {
      javalin.stop();
      throw portInUse(failure) ? new PortInUse(settings, failure) : failure;
    }
  }

  /** The port listened on. */
  public int port() {
    return javalin.port();
  }

  /** Ends open answers, event streams included, and stops to listen. */
  @Override
  public void close() {
    routes.close();
    javalin.stop();
  }

  private static void configure(JavalinConfig config, Routes routes) {
    config.startup.showJavalinBanner = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.prefer405over404 = true;
    config.jetty.modifyHttpConfiguration(Server::harden);
    config.jetty.modifyServer(server -> server.setErrorHandler(new PlainErrors()));
    routes.add(config);
  }

  private static void harden(HttpConfiguration http) {
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.setSendDateHeader(true);
    http.addCustomizer(new Headers());
  }

  private static boolean portInUse(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        return true;
      }
    }
    return false;
  }
}
