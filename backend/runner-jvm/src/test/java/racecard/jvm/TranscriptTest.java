package racecard.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import racecard.jvm.line.Message;

class TranscriptTest {
  @TestFactory
  Stream<DynamicTest> the_runner_answers_as_every_runner_must() throws IOException {
    return Contract.transcripts().stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> replay(file)));
  }

  private static void replay(Path file) throws IOException, InterruptedException {
    try (Replay replay = new Replay(Child.start("racecard.jvm.Main"))) {
      for (Message line : Contract.lines(file)) {
        replay.step(line);
      }
    }
  }

  private static final class Replay implements AutoCloseable {
    private final Child child;
    private @Nullable TestOrigin origin;

    Replay(Child child) {
      this.child = child;
    }

    void step(Message line) throws IOException, InterruptedException {
      if (line.has("origin")) {
        configure(line.message("origin"));
      } else if (line.has("send")) {
        child.sendBytes(bytes(withAddresses(line.message("send").json())));
      } else if (line.has("send_text")) {
        child.sendBytes(bytes(line.text("send_text")));
      } else if (line.has("send_bytes")) {
        byte[] bytes = new byte[line.count("send_bytes", 1, 1 << 20)];
        Arrays.fill(bytes, (byte) 'x');
        child.sendBytes(bytes);
      } else if (line.has("expect")) {
        expect(line.message("expect"));
      } else if (line.has("close")) {
        child.closeStdin();
      } else if (line.has("end")) {
        end(line.message("end"));
      }
    }

    private void configure(Message configuration) throws IOException, InterruptedException {
      TestOrigin started = TestOrigin.start();
      origin = started;
      started.configure(configuration.with("type", "configure"));
    }

    private String withAddresses(String json) {
      List<String> addresses = origin == null ? List.of() : origin.addresses();
      return json.replace("\"$addresses\"", "[\"" + String.join("\",\"", addresses) + "\"]");
    }

    private void expect(Message expected) throws InterruptedException {
      String line = child.line();
      assertThat(Pattern.mismatch("", expected.fields(), Message.read(line).fields()))
          .as("the answer %s", line)
          .isNull();
    }

    private void end(Message end) throws InterruptedException {
      int status = child.status(end.number("within_ms", 1, 60_000));
      assertThat(status).isEqualTo(end.count("status", 0, 255));
      assertThat(child.rest()).isEmpty();
    }

    private static byte[] bytes(String line) {
      return (line + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
      child.close();
      if (origin != null) {
        origin.close();
      }
    }
  }
}
