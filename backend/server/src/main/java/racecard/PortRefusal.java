package racecard;

import java.net.BindException;
import racecard.web.PortInUse;

/** Why a port cannot be listened on: most often, but not always, because another program does. */
final class PortRefusal {
  private PortRefusal() {}

  /** One sentence with what to do. */
  static String sentence(PortInUse refusal) {
    for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException
          && String.valueOf(cause.getMessage()).contains("Permission")) {
        return "This user may not listen on that port: choose one above 1023 with --port";
      }
    }
    return String.valueOf(refusal.getMessage());
  }
}
