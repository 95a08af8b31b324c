package racecard.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OriginTest {
  private static final String STATS = "{\"type\":\"stats\"}";

  private RunningOrigin origin;

  @BeforeEach
  void start() throws IOException {
    origin = RunningOrigin.start();
  }

  @AfterEach
  void end() {
    origin.close();
  }

  @Test
  void it_says_where_it_listens() {
    assertThat(origin.listening()).startsWith("{\"type\":\"listening\",\"protocol\":1,\"pid\":");
    assertThat(origin.ports()).hasSize(4).doesNotHaveDuplicates();
  }

  @Test
  void an_answer_comes_no_earlier_than_its_delay() throws IOException {
    origin.configure(30, 100);
    try (Client client = new Client(origin.ports().getFirst())) {
      for (int i = 0; i < 5; i++) {
        long startNs = System.nanoTime();
        client.get("/u/0/" + i);
        assertThat(System.nanoTime() - startNs).isGreaterThanOrEqualTo(30_000_000);
      }
    }
    assertThat(origin.stat("drawn_min_ns")).isEqualTo(30_000_000);
  }

  @Test
  void a_body_follows_from_nonce_and_path() throws IOException {
    origin.configure(0, 1_000_003);
    ByteBuffer expected = ByteBuffer.allocate(1_000_003);
    new Configuration("n", 0, 0, 1_000_003, 1).body("/u/7/1").fill(expected, 1_000_003);
    try (Client client = new Client(origin.ports().get(1))) {
      assertThat(client.get("/u/7/1").body()).isEqualTo(expected.array());
      assertThat(client.get("/u/7/2").body()).isNotEqualTo(expected.array());
    }
  }

  @Test
  void one_connection_serves_many_requests_even_in_one_packet() throws IOException {
    origin.configure(1, 10);
    try (Client client = new Client(origin.ports().getFirst())) {
      client.send("GET /u/0/0 HTTP/1.1\r\n\r\nGET /u/0/1 HTTP/1.1\r\n\r\nGET /u/");
      byte[] first = client.answer().body();
      byte[] second = client.answer().body();
      client.send("0/0 HTTP/1.1\r\n\r\n");

      assertThat(client.answer().body()).isEqualTo(first).isNotEqualTo(second);
    }
    assertThat(origin.stat("connections")).isEqualTo(1);
  }

  @Test
  void another_path_is_not_found() throws IOException {
    origin.configure(0, 10);
    try (Client client = new Client(origin.ports().getFirst())) {
      assertThat(client.get("/").head()).startsWith("HTTP/1.1 404 ");
      client.send("POST /u/0/0 HTTP/1.1\r\n\r\n");
      assertThat(client.answer().head()).startsWith("HTTP/1.1 404 ");
    }
  }

  @Test
  void a_client_that_asks_for_it_is_left() throws IOException {
    origin.configure(0, 10);
    try (Client client = new Client(origin.ports().getFirst())) {
      client.send("GET /u/0/0 HTTP/1.1\r\nConnection: close\r\n\r\n");
      assertThat(client.answer().body()).hasSize(10);
      assertThat(client.isClosed()).isTrue();
    }
  }

  @Test
  void what_happened_is_counted_until_it_is_told() throws IOException {
    origin.configure(2, 10);
    try (Client client = new Client(origin.ports().getFirst())) {
      for (int i = 0; i < 10; i++) {
        client.get("/u/0/" + i);
      }
      FlatJson stats = FlatJson.read(origin.ask(STATS));
      assertThat(stats.number("requests", 0, 99)).isEqualTo(10);
      assertThat(stats.number("open_connections", 0, 99)).isEqualTo(1);
      assertThat(stats.number("drawn_sum_ns", 0, Long.MAX_VALUE)).isEqualTo(20_000_000);
      assertThat(stats.number("late_p95_ns", 0, Long.MAX_VALUE)).isPositive();
    }
    assertThat(origin.ask(STATS)).contains("\"requests\":0", "\"late_p95_ns\":null");
  }

  @Test
  void faults_begin_after_so_many_good_answers_and_end_when_told() throws IOException {
    origin.configure(0, 100);
    fault("status", 1);
    try (Client client = new Client(origin.ports().getFirst())) {
      assertThat(client.get("/u/0/0").head()).startsWith("HTTP/1.1 200 ");
      assertThat(client.get("/u/0/0").head()).startsWith("HTTP/1.1 503 ");
      fault("none", 0);
      assertThat(client.get("/u/0/0").head()).startsWith("HTTP/1.1 200 ");
    }
    fault("reset", 0);
    try (Client client = new Client(origin.ports().getFirst())) {
      assertThatThrownBy(() -> client.get("/u/0/0")).isInstanceOf(IOException.class);
    }
    fault("truncate", 0);
    try (Client client = new Client(origin.ports().getFirst())) {
      assertThat(client.get("/u/0/0").body()).hasSize(50);
    }
    fault("stall", 0);
    try (Client client = new Client(origin.ports().getFirst())) {
      client.setLimitMs(200);
      assertThatThrownBy(() -> client.get("/u/0/0")).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void no_connection_is_left_waiting_when_the_client_closes_first() throws IOException {
    origin.configure(0, 10);
    for (int i = 0; i < 500; i++) {
      try (Client client = new Client(origin.ports().get(i % 4))) {
        client.get("/u/0/0");
      }
    }
    long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!leftOver().isEmpty() && System.nanoTime() < endNs) {
      LockSupport.parkNanos(5_000_000);
    }
    assertThat(leftOver()).isEmpty();
    assertThat(origin.stat("open_connections")).isZero();
  }

  @Test
  void a_message_that_cannot_be_obeyed_is_answered() throws IOException {
    assertThat(origin.ask("what?")).contains("\"failed\"", "BAD_MESSAGE", "JSON object");
    assertThat(origin.ask("{\"type\":\"dance\"}")).contains("BAD_MESSAGE", "dance");
    assertThat(origin.ask("{\"type\":\"configure\"}")).contains("BAD_MESSAGE", "`nonce`");
    assertThat(origin.ask("{\"type\":\"fault\",\"kind\":\"x\",\"after\":0}"))
        .contains("BAD_MESSAGE", "`kind`");
    assertThat(origin.ask(STATS)).contains("\"stats\"");
  }

  @Test
  void it_ends_when_told() throws Exception {
    assertThat(origin.ask("{\"type\":\"bye\"}")).isEqualTo("{\"type\":\"bye\"}");
    assertThat(origin.status(10_000)).isZero();
  }

  @Test
  void it_ends_when_whoever_started_it_is_gone() throws Exception {
    origin.closeStdin();
    assertThat(origin.status(2_000)).isEqualTo(1);
  }

  private void fault(String kind, long after) throws IOException {
    String fault =
        "{\"type\":\"fault\",\"kind\":\"%s\",\"after\":%d,\"status\":503}".formatted(kind, after);
    assertThat(origin.ask(fault)).isEqualTo("{\"type\":\"fault_set\"}");
  }

  /** Sockets of the origin's ports that neither listen nor are open, from the kernel's table. */
  private List<String> leftOver() throws IOException {
    List<String> left = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("/proc/net/tcp"))) {
      for (int port : origin.ports()) {
        String hex = ":%04X ".formatted(port).toUpperCase(Locale.ROOT);
        if (line.contains(hex) && !line.contains(" 0A ")) {
          left.add(line);
        }
      }
    }
    return left;
  }
}
