package racecard.jvm;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import racecard.jvm.line.BadMessage;
import racecard.jvm.line.Message;
import racecard.jvm.line.Refusal;
import racecard.jvm.process.TaskProcesses;
import racecard.jvm.round.Counters;
import racecard.jvm.round.Histogram;
import racecard.jvm.round.Recording;
import racecard.jvm.round.Recordings;
import racecard.jvm.round.Round;
import racecard.jvm.round.Strategy;
import racecard.jvm.strategy.EventLoop;
import racecard.jvm.strategy.EventLoopBlocking;
import racecard.jvm.strategy.ProcessPool;
import racecard.jvm.strategy.Processes;
import racecard.jvm.strategy.Sequential;
import racecard.jvm.strategy.ThreadPool;
import racecard.jvm.strategy.Threads;
import racecard.jvm.strategy.VirtualThreads;

/** A contender that is ready for rounds, and what its rounds left. */
final class Prepared implements AutoCloseable {
  private static final int MAX_EXECUTIONS = 1_000_000;
  private static final int MAX_TASKS_A_PIECE = 500;
  private static final int MAX_BUCKETS_A_PIECE = 2_000;
  // What a piece's numbers may take, so that the line around them fits too.
  private static final int MAX_PIECE_CHARACTERS = 60_000;

  private final Recordings recordings = new Recordings();
  private final Set<Long> used = new HashSet<>();
  private final Setting setting;
  private final Strategy strategy;
  private final Round round;
  private final long setupNs;

  private Prepared(Setting setting, Strategy strategy, long setupNs) {
    this.setting = setting;
    this.strategy = strategy;
    this.round = new Round(setting.workload(), strategy, setting.tasks());
    this.setupNs = setupNs;
  }

  /** Prepares what {@code message} asks for; throws Refusal if this host cannot do it. */
  static Prepared prepare(Message message) {
    Setting setting = setting(message);
    new Limits(HostLimits.read()).check(setting);
    long startNs = System.nanoTime();
    try {
      Strategy strategy = create(setting);
      return new Prepared(setting, strategy, System.nanoTime() - startNs);
    } catch (IOException | OutOfMemoryError e) {
      throw new BadMessage("NOT_CREATED", "The strategy could not be prepared: " + e + ".");
    }
  }

  private static Setting setting(Message message) {
    try {
      return Setting.read(message);
    } catch (OutOfMemoryError e) {
      throw new Refusal(
          "NOT_ENOUGH_MEMORY",
          "The workload's buffer does not fit the runner's heap: " + e.getMessage() + ".",
          "Ask for a smaller buffer.");
    }
  }

  private static Strategy create(Setting setting) throws IOException {
    int inFlight = setting.inFlight();
    TaskProcesses processes = new TaskProcesses(setting.prepare());
    return switch (setting.kind()) {
      case SEQUENTIAL -> new Sequential();
      case THREADS -> new Threads(inFlight);
      case THREAD_POOL -> new ThreadPool(setting.effectiveInFlight());
      case PROCESSES -> new Processes(processes, inFlight);
      case PROCESS_POOL -> new ProcessPool(processes, setting.effectiveInFlight());
      case VIRTUAL_THREADS -> new VirtualThreads(inFlight);
      case EVENT_LOOP -> new EventLoop(setting.workload(), inFlight, setting.executorThreads());
      case EVENT_LOOP_BLOCKING -> new EventLoopBlocking();
    };
  }

  Message ready() {
    return Message.of("ready")
        .with("setup_ns", setupNs)
        .with("effective_in_flight", setting.effectiveInFlight())
        .with("facts", Facts.of(strategy));
  }

  Message round(Message question) throws InterruptedException {
    long number = question.number("round", 0, Message.LARGEST);
    int repeats = question.count("repeats", 1, Math.max(1, MAX_EXECUTIONS / setting.tasks()));
    boolean record = question.flag("record");
    if (!used.add(number)) {
      throw new BadMessage("There was a round " + number + " before; give each its own number.");
    }
    Round.Result result = round.execute(repeats, record);
    if (result.recording() != null) {
      recordings.keep(number, result.recording());
    }
    return rounded(result, number, repeats);
  }

  private static Message rounded(Round.Result result, long number, int repeats) {
    Counters used = result.counters();
    boolean switches = Counters.tellsSwitches();
    return Message.of("rounded")
        .with("round", number)
        .with("started_ns", result.startedNs())
        .with("wall_ns", result.wallNs())
        .with("repeats", repeats)
        .with("checksum", Long.toString(result.checksum()))
        .with("errors", result.errors())
        .with("first_error", result.firstError())
        .with("cpu_ns", used.cpuNs())
        .with("memory_bytes", result.memoryBytes() == 0 ? null : result.memoryBytes())
        .with("threads", result.threads())
        .with("threads_started", result.threadsStarted())
        .with("virtual_threads", result.virtualThreads())
        .with("processes", result.processes())
        .with("processes_started", result.processesStarted())
        .with("gc_count", used.gcCount())
        .with("gc_ns", used.gcNs())
        .with("compile_ns", used.compileNs())
        .with("classes_loaded", used.classesLoaded())
        .with("voluntary_switches", switches ? used.voluntarySwitches() : null)
        .with("involuntary_switches", switches ? used.involuntarySwitches() : null);
  }

  Message timeline(Message question) {
    long number = question.number("round", 0, Message.LARGEST);
    Recording recording = recording(number);
    int from = question.count("from", 0, recording.tasks());
    return Message.of("timeline")
        .with("round", number)
        .with("from", from)
        .with("total", recording.tasks())
        .with("tasks", piece(recording.rows(from, MAX_TASKS_A_PIECE)));
  }

  Message latency(Message question) {
    String of = question.text("of");
    if (!of.equals("service") && !of.equals("submission")) {
      throw new BadMessage("The field `of` must be `service` or `submission`.");
    }
    Histogram merged = new Histogram();
    for (long number : rounds(question)) {
      Recording recording = recording(number);
      merged.add(of.equals("service") ? recording.service() : recording.submission());
    }
    List<long[]> buckets = merged.buckets();
    int from = question.count("from", 0, buckets.size());
    int to = Math.min(buckets.size(), from + MAX_BUCKETS_A_PIECE);
    return Message.of("latency")
        .with("of", of)
        .with("from", from)
        .with("total", buckets.size())
        .with("count", merged.count())
        .with("min_ns", merged.count() == 0 ? null : merged.minNs())
        .with("max_ns", merged.count() == 0 ? null : merged.maxNs())
        .with("buckets", buckets.subList(from, to));
  }

  private static List<Long> rounds(Message question) {
    List<Long> rounds = question.numbers("rounds");
    if (rounds.isEmpty()) {
      throw new BadMessage("The field `rounds` must not be empty.");
    }
    return rounds;
  }

  private Recording recording(long number) {
    Recording recording = recordings.find(number);
    if (recording == null) {
      throw new BadMessage("NOT_RECORDED", "Round " + number + " is not kept here.");
    }
    return recording;
  }

  private static List<long[]> piece(List<long[]> rows) {
    int characters = 0;
    int count = 0;
    for (long[] row : rows) {
      for (long number : row) {
        characters += Long.toString(number).length() + 2;
      }
      if (characters > MAX_PIECE_CHARACTERS && count > 0) {
        break;
      }
      count++;
    }
    return rows.subList(0, count);
  }

  @Override
  public void close() {
    strategy.close();
  }
}
