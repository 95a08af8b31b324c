package racecard.jvm.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import racecard.jvm.line.BadMessage;
import racecard.jvm.line.Message;
import racecard.jvm.round.Batch;
import racecard.jvm.round.Counters;
import racecard.jvm.round.Strategy.Helpers;

/** A process that executes tasks, seen from the runner. */
public final class TaskProcess implements AutoCloseable {
  private final Process process;
  private final OutputStream questions;
  private final BufferedReader answers;

  TaskProcess(Process process) {
    this.process = process;
    this.questions = process.getOutputStream();
    this.answers = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Waits until it is ready to execute tasks; throws IOException if it ends before. */
  public void awaitReady() throws IOException {
    answer();
  }

  /** Has {@code task} executed and waits for it; a failure of the process fails the task. */
  public void execute(Batch batch, int task) {
    try {
      ask(task(task));
      take(batch, task, answer());
    } catch (IOException | BadMessage e) {
      batch.fail(task, e);
    }
  }

  /** Calls {@code ended} when the process has ended, on some other thread. */
  public void whenEnded(Runnable ended) {
    var _ = process.onExit().thenRun(ended);
  }

  /** Takes what a process that has ended said about its one task; returns its peak memory. */
  public long takeAnswer(Batch batch, int task) {
    try (this) {
      return take(batch, task, answer());
    } catch (IOException | BadMessage e) {
      batch.fail(task, e);
      return 0;
    }
  }

  /** What it has used since it began, and its peak memory since it was asked before. */
  public Helpers usage() {
    try {
      ask(Message.of("usage"));
      Message usage = answer();
      Counters counters = Counters.ofNumbers(usage.numbers("counters"));
      return new Helpers(1, usage.number("memory_bytes", 0, Long.MAX_VALUE), counters);
    } catch (IOException | BadMessage e) {
      // Its tasks have failed or will; what it used is not known.
      return Helpers.NONE;
    }
  }

  /** Ends it. */
  @Override
  public void close() {
    process.destroyForcibly();
    try (questions;
        answers) {
      process.getErrorStream().close();
    } catch (IOException e) {
      // The other end is gone already.
      return;
    }
  }

  void ask(Message message) throws IOException {
    questions.write((message.json() + "\n").getBytes(StandardCharsets.UTF_8));
    questions.flush();
  }

  static Message task(int task) {
    return Message.of("task").with("task", (long) task);
  }

  private Message answer() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IOException("a process ended before it answered" + status());
    }
    return Message.read(line);
  }

  private String status() {
    return process.isAlive() ? "" : " (exit status " + process.exitValue() + ")";
  }

  private static long take(Batch batch, int task, Message answer) {
    if (answer.has("error")) {
      batch.fail(task, answer.text("error"));
    } else {
      List<Long> laps = answer.numbers("laps");
      batch.take(
          task,
          new Batch.Stamps(
              answer.number("value", 0, Long.MAX_VALUE),
              answer.number("start_ns", Long.MIN_VALUE, Long.MAX_VALUE),
              answer.number("end_ns", Long.MIN_VALUE, Long.MAX_VALUE),
              laps.stream().mapToLong(Long::longValue).toArray()));
    }
    return answer.number("memory_bytes", 0, Long.MAX_VALUE);
  }
}
