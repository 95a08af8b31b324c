package racecard.accuracy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import racecard.instrument.RunningServer;

/** The accuracy suite: prints the table of docs/ACCURACY.md, a layer's rows once it is measured. */
public final class Accuracy {
  private static final int SIMULATED_JOBS = 2_000;
  private static final int REPLAYED_JOBS = 10_000;
  private static final int CLONE_JOBS = 30;
  private static final int LIVE_JOBS = 20;

  private Accuracy() {}

  private enum Layer {
    SIMULATED,
    REPLAYED,
    CLONES,
    EFFECTS,
    VERDICTS,
    RIVALS,
    AGREEMENT;

    static Layer named(String name) {
      return Arrays.stream(values())
          .filter(layer -> layer.id().equals(name))
          .findFirst()
          .orElseThrow(() ->
              new IllegalArgumentException(
                  "%s: name some of %s; or record alone"
                      .formatted(
                          name,
                          Arrays.stream(values())
                              .map(Layer::id)
                              .collect(Collectors.joining(", ")))));
    }

    private String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Measures the named layers, all without a name; {@code record} measures anew what the layer
   * {@code replayed} draws from.
   */
  public static void run(List<String> named) throws Exception {
    if (named.equals(List.of("record"))) {
      Recorder.record();
      return;
    }
    List<Layer> layers =
        named.isEmpty() ? List.of(Layer.values()) : named.stream().map(Layer::named).toList();
    if (layers.contains(Layer.RIVALS) && !Hyperfine.installed()) {
      throw new IllegalStateException(
          "hyperfine is not on the PATH: apt-get install hyperfine, or name the layers without rivals");
    }
    System.out.println("| goal | what | measured | reach | reached |\n|---|---|---|---|---|");
    for (Layer layer : layers) {
      figures(layer).forEach(figure -> System.out.println(figure.row()));
    }
  }

  private static List<Figure> figures(Layer layer) throws Exception {
    return switch (layer) {
      case SIMULATED -> new Simulated(SIMULATED_JOBS).figures();
      case REPLAYED -> new Replayed(Recording.stored(), REPLAYED_JOBS).figures();
      case EFFECTS -> new Effects(LIVE_JOBS).figures();
      case CLONES -> served(server -> new Clones(server, CLONE_JOBS).figures());
      case VERDICTS -> served(server -> new TimeToVerdict(server, LIVE_JOBS).figures());
      case RIVALS -> served(server -> new HeadToHead(server, LIVE_JOBS).figures());
      case AGREEMENT -> served(server -> new Agreement(server).figures());
    };
  }

  /** What needs the whole program. */
  private interface Served {
    List<Figure> figures(RunningServer server) throws Exception;
  }

  private static List<Figure> served(Served measuring) throws Exception {
    try (RunningServer server = RunningServer.start("jvm")) {
      return measuring.figures(server);
    }
  }
}
