package racecard.web;

/** Says in one sentence that another program listens on the port, and what to do. */
public final class PortInUse extends RuntimeException {
  private static final long serialVersionUID = 1;

  PortInUse(Settings settings, Throwable cause) {
    super(
        "Another program listens on %s port %d: stop it, or choose another port with --port"
            .formatted(settings.address(), settings.port()),
        cause);
  }
}
