package racecard.jvm.process;

import racecard.jvm.line.Answers;
import racecard.jvm.line.Message;
import racecard.jvm.line.Questions;
import racecard.jvm.round.Counters;
import racecard.jvm.round.PeakMemory;
import racecard.jvm.workload.Laps;
import racecard.jvm.workload.Workload;
import racecard.jvm.workload.Workloads;

/**
 * Executes tasks that a runner sends, one after another, until its stdin ends; the first line is
 * the runner's own `prepare`.
 *
 * <p>Starting fast is part of what `processes` measures, so nothing here is used that loads many
 * classes: no lambda, no stream, no switch over types.
 */
public final class TaskMain {
  private final Answers answers;
  private final Workload workload;

  private TaskMain(Answers answers, Workload workload) {
    this.answers = answers;
    this.workload = workload;
  }

  /** Answers until stdin ends, which ends this process. */
  public static void run() throws InterruptedException {
    Answers answers = Answers.claim();
    Questions questions = Questions.listen(System.in, new Halt());
    TaskMain main = new TaskMain(answers, Workloads.read(Message.read(questions.next())));
    answers.send(Message.of("ready"));
    while (true) {
      main.answer(Message.read(questions.next()));
    }
  }

  private void answer(Message question) {
    if (question.text("type").equals("usage")) {
      answers.send(usage());
    } else {
      answers.send(execute(question.count("task", 0, Integer.MAX_VALUE)));
    }
  }

  private Message execute(int task) {
    long[] lapNs = new long[workload.laps()];
    Laps laps = new Laps(lapNs, 0);
    Message answer = Message.of("done");
    try {
      long startNs = System.nanoTime();
      long value = workload.execute(task, laps);
      answer.with("end_ns", System.nanoTime()).with("start_ns", startNs).with("value", value);
    } catch (Throwable e) {
      // An Error too: a task that runs out of memory is a result, not the end of the process.
      answer.with("error", String.valueOf(e));
    }
    return answer.with("laps", lapNs).with("memory_bytes", PeakMemory.bytes());
  }

  private static Message usage() {
    Counters counters = Counters.read();
    long memoryBytes = PeakMemory.bytes();
    PeakMemory.reset();
    return Message.of("usage")
        .with("memory_bytes", memoryBytes)
        .with("counters", counters.toNumbers());
  }

  // Called by the thread that reads stdin: halting while a thread still reads takes 0.3 s more.
  private static final class Halt implements Runnable {
    @Override
    public void run() {
      Runtime.getRuntime().halt(1);
    }
  }
}
