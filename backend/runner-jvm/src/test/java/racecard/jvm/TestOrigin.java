package racecard.jvm;

import java.io.IOException;
import java.util.List;
import racecard.jvm.line.Message;

/** A real origin in a process of its own. */
final class TestOrigin implements AutoCloseable {
  private final Child child;
  private final List<String> addresses;

  private TestOrigin(Child child, List<String> addresses) {
    this.child = child;
    this.addresses = addresses;
  }

  static TestOrigin start() throws IOException, InterruptedException {
    Child child = Child.start("racecard.origin.Main");
    return new TestOrigin(child, child.answer().texts("addresses"));
  }

  List<String> addresses() {
    return addresses;
  }

  /** Answers with {@code bodyBytes} bytes that follow from {@code nonce} after {@code delayMs}. */
  TestOrigin configure(String nonce, long delayMs, long bodyBytes)
      throws IOException, InterruptedException {
    return configure(
        Message.of("configure")
            .with("nonce", nonce)
            .with("delay_ms", delayMs)
            .with("jitter_ms", 0L)
            .with("body_bytes", bodyBytes)
            .with("seed", 1L));
  }

  TestOrigin configure(Message configure) throws IOException, InterruptedException {
    child.ask(configure);
    return this;
  }

  void fail(String kind, long after) throws IOException, InterruptedException {
    child.ask(Message.of("fault").with("kind", kind).with("after", after).with("status", 503L));
  }

  Message stats() throws IOException, InterruptedException {
    return child.ask(Message.of("stats"));
  }

  @Override
  public void close() {
    child.close();
  }
}
