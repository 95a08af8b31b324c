package racecard.runtime;

import java.util.Map;
import java.util.regex.Pattern;

/** What a runtime gets of this process's environment. */
public final class Inherited {
  /** What changes how a runtime or one of its libraries works, and so what is measured. */
  private static final Pattern DROPPED =
      Pattern.compile(
          "JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS|_JAVA_OPTIONS|CLASSPATH"
              + "|PYTHON.*|PYPY.*|GEVENT.*|EVENTLET.*|.*_NO_EXTENSIONS"
              + "|NODE_.*|UV_THREADPOOL_SIZE");

  private Inherited() {}

  /** Takes out of {@code environment} what must not be inherited. */
  public static void clean(Map<String, String> environment) {
    environment.keySet().removeIf(variable -> DROPPED.matcher(variable).matches());
  }
}
