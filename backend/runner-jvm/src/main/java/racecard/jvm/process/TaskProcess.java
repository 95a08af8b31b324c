package racecard.jvm.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import racecard.jvm.line.BadMessage;
import racecard.jvm.line.Message;
import racecard.jvm.round.Batch;
import racecard.jvm.round.Counters;
import racecard.jvm.round.Strategy.Helpers;

/** A process that executes tasks, seen from the runner. */
public final class TaskProcess implements AutoCloseable {
  // A pipe breaks a moment before its process is known to have ended.
  private static final long EXIT_MS = 500;

  private final Process process;
  private final OutputStream questions;
  private final BufferedReader answers;
  private boolean ready;
  private boolean lost;
  private Counters used = Counters.NONE;

  TaskProcess(Process process) {
    this.process = process;
    this.questions = process.getOutputStream();
    this.answers = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Tells it what its tasks are. */
  void prepare(Message prepare) throws IOException {
    try {
      ask(prepare);
    } catch (IOException e) {
      throw new IOException("a process ended before it was prepared" + status(), e);
    }
  }

  /** Waits until it is ready to execute tasks; throws IOException if it ends before. */
  public void awaitReady() throws IOException {
    if (!ready) {
      answer();
      ready = true;
    }
  }

  /**
   * Has {@code task} executed and waits for it; a failure of the process fails the task. Returns
   * the process's peak memory in bytes.
   */
  public long execute(Batch batch, int task) {
    try {
      ask(Message.of("task").with("task", (long) task));
      awaitReady();
      return take(batch, task, answer());
    } catch (IOException e) {
      lost = true;
      batch.fail(task, "a process ended before it answered" + status());
      return 0;
    } catch (BadMessage e) {
      batch.fail(task, e);
      return 0;
    }
  }

  /** Whether it did not answer a task: then it has ended, and is given no further one. */
  public boolean lost() {
    return lost;
  }

  /** Lets it end by itself, by the end of its stdin, and waits for that. */
  public void end() throws InterruptedException {
    try {
      questions.close();
    } catch (IOException e) {
      // It is gone already.
      process.destroyForcibly();
    }
    process.waitFor();
  }

  /**
   * What it has used since it began, or had when it last told if it has ended since, and its peak
   * memory since it was asked before.
   */
  public Helpers usage() {
    try {
      ask(Message.of("usage"));
      Message usage = answer();
      used = Counters.ofNumbers(usage.numbers("counters"));
      return new Helpers(1, usage.number("memory_bytes", 0, Long.MAX_VALUE), used);
    } catch (IOException | BadMessage e) {
      // Its tasks have failed or will; what it used since is not known.
      return new Helpers(0, 0, used);
    }
  }

  /** Ends it by force, if it has not ended. */
  @Override
  public void close() {
    process.destroyForcibly();
    try (questions) {
      answers.close();
    } catch (IOException e) {
      // The other end is gone already.
      process.destroyForcibly();
    }
  }

  private void ask(Message message) throws IOException {
    questions.write((message.json() + "\n").getBytes(StandardCharsets.UTF_8));
    questions.flush();
  }

  private Message answer() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IOException("a process ended before it was ready" + status());
    }
    return Message.read(line);
  }

  private String status() {
    try {
      boolean ended = process.waitFor(EXIT_MS, TimeUnit.MILLISECONDS);
      return ended ? " (exit status " + process.exitValue() + ")" : "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
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
