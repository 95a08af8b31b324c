package racecard.jvm;

import org.jspecify.annotations.Nullable;
import racecard.jvm.line.Answers;
import racecard.jvm.line.BadMessage;
import racecard.jvm.line.Message;
import racecard.jvm.line.Questions;
import racecard.jvm.process.TaskMain;
import racecard.jvm.process.TaskProcesses;
import racecard.jvm.profile.FlightDirectory;

/** The runner: answers the coordinator's messages on standard input until it says bye. */
public final class Main {
  private static final int BAD_END = 1;

  private Main() {}

  /** Speaks the runner protocol; the only argument is that of {@link TaskProcesses}. */
  public static void main(String[] arguments) throws InterruptedException {
    if (arguments.length == 1 && arguments[0].equals(TaskProcesses.ARGUMENT)) {
      TaskMain.run();
    } else {
      speak();
    }
  }

  private static void speak() {
    Answers answers = Answers.claim();
    Questions questions = Questions.listen(System.in, () -> end(BAD_END));
    Thread.setDefaultUncaughtExceptionHandler((_, e) -> crash(answers, e));
    answers.send(Facts.hello());
    try {
      answer(questions, answers);
      end(0);
    } catch (BadMessage e) {
      answers.send(failed(e.kind(), e.getMessage()));
      end(BAD_END);
    } catch (Throwable e) {
      crash(answers, e);
    }
  }

  // A thread that dies would leave a round without an end.
  private static void crash(Answers answers, Throwable e) {
    e.printStackTrace();
    answers.send(failed("CRASHED", "The runner stopped: " + e + "."));
    end(BAD_END);
  }

  private static void answer(Questions questions, Answers answers) throws InterruptedException {
    Session session = new Session();
    while (true) {
      String line = questions.next();
      try {
        Message question = Message.read(line);
        Message answer = session.answer(question);
        answers.send(answer);
        if (session.over()) {
          return;
        }
      } catch (BadMessage e) {
        if (!Session.goesOnAfter(e)) {
          throw e;
        }
        answers.send(failed(e.kind(), e.getMessage()));
      }
    }
  }

  private static Message failed(String kind, @Nullable String message) {
    return Message.of("failed").with("kind", kind).with("message", message);
  }

  // Nothing of ours needs a shutdown hook, and a round that goes on must not keep the process.
  private static void end(int status) {
    TaskProcesses.endAll();
    FlightDirectory.removeForGood();
    Runtime.getRuntime().halt(status);
  }
}
