package racecard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racecard.queue.ClaimedJob;
import racecard.queue.InTransaction;
import racecard.queue.JobEnd;
import racecard.run.Run;
import racecard.web.page.live.RunEvents;

final class RunEventsTest {
  private static final String SLEEP = "{\"workload\":\"sleep\"}";
  private static final Event END = new Event("end", "", "");

  private static TestServer server;

  @BeforeAll
  static void open(@TempDir Path directory) {
    server = TestServer.open(directory);
  }

  @AfterAll
  static void close() {
    server.close();
  }

  /** An event as it came: all its lines. */
  private record Event(String name, String data, String id) {}

  /** A browser's side of one stream; in HTTP/1.0, whose answers have no chunks to be told apart. */
  private static final class Stream implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader in;

    Stream(TestServer server, String path, String... headers) throws IOException {
      socket = new Socket(InetAddress.getLoopbackAddress(), server.server.port());
      socket.setSoTimeout(30_000);
      in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      StringBuilder request = new StringBuilder("GET " + path + " HTTP/1.0\r\nHost: localhost\r\n");
      for (String header : headers) {
        request.append(header).append("\r\n");
      }
      socket
          .getOutputStream()
          .write(request.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
    }

    String status() throws IOException {
      return String.valueOf(in.readLine());
    }

    /** The next event; {@link #END} when the stream has ended. */
    Event next() throws IOException {
      String name = "";
      String id = "";
      List<String> data = new ArrayList<>();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith("event: ")) {
          name = line.substring(7);
        } else if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("data:")) {
          data.add(line.substring(5).strip());
        } else if (line.isEmpty() && !name.isEmpty()) {
          return new Event(name, String.join("\n", data), id);
        }
      }
      return END;
    }

    /** All events until one that {@code last} names, that one included. */
    List<Event> until(String last) throws IOException {
      List<Event> events = new ArrayList<>();
      do {
        events.add(next());
      } while (!events.getLast().equals(END) && !events.getLast().name().equals(last));
      return events;
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private static String events(String id) {
    return "/runs/" + id + "/events";
  }

  private static List<String> names(List<Event> events) {
    return events.stream().map(Event::name).toList();
  }

  private static void finish(ClaimedJob job) {
    server.rooms.queue().finish(job.lease(), new JobEnd.Done(), InTransaction.NOTHING);
  }

  /** Cancels what other tests left, so that the next claim gets the run that is asked for. */
  private static ClaimedJob claim(String id) {
    Run run = server.rooms.runs().find(id).orElseThrow();
    ClaimedJob job = server.rooms.queue().claim("owner", "host").orElseThrow();
    assertThat(job.run()).isEqualTo(run.id());
    return job;
  }

  @Test
  void a_page_is_sent_every_part_then_what_changes_then_the_end() throws IOException {
    String id = server.visitor().submit(SLEEP);
    try (Stream stream = new Stream(server, events(id))) {
      assertThat(stream.status()).contains("200");
      List<Event> whole = stream.until("repeat");
      assertThat(names(whole)).startsWith("answer", "actions", "progress").endsWith("repeat");
      assertThat(whole.getLast().id()).isEqualTo("1");
      assertThat(whole.getFirst().id()).isEmpty();
      ClaimedJob job = claim(id);
      assertThat(names(stream.until("progress"))).doesNotContain("repeat", "numbers", "end");
      finish(job);
      assertThat(names(stream.until("closed"))).contains("progress");
      assertThat(stream.next()).isEqualTo(END);
    }
  }

  @Test
  void a_latecomer_is_sent_the_whole_of_a_final_run_and_the_end() throws IOException {
    String id = server.visitor().submit(SLEEP);
    finish(claim(id));
    Run run = server.rooms.runs().find(id).orElseThrow();
    String last = String.valueOf(server.rooms.events().last(run.id()));
    try (Stream stream = new Stream(server, events(id), "Last-Event-ID: 1")) {
      List<Event> all = stream.until("closed");
      assertThat(names(all)).contains("answer", "repeat").endsWith("closed");
      assertThat(all.get(all.size() - 2).id()).isEqualTo(last);
    }
  }

  @Test
  void whoever_comes_back_and_missed_nothing_is_not_sent_everything_again() throws IOException {
    String id = server.visitor().submit(SLEEP);
    try (Stream stream = new Stream(server, events(id), "Last-Event-ID: 1")) {
      assertThat(names(List.of(stream.next()))).containsExactly("progress");
      ClaimedJob job = claim(id);
      finish(job);
      assertThat(names(stream.until("closed"))).doesNotContain("end");
    }
  }

  @Test
  void deleting_a_run_ends_its_streams() throws IOException {
    String id = server.visitor().submit(SLEEP);
    server.visitor().postJson("/api/v1/runs/" + id + "/cancellation", "");
    Run run = server.rooms.runs().find(id).orElseThrow();
    server.rooms.runs().measureMore(id, 1, 1_000);
    try (Stream stream = new Stream(server, events(id))) {
      stream.until("repeat");
      server.rooms.queue().cancel(run.id());
      server.rooms.runs().delete(id);
      assertThat(names(stream.until("closed"))).endsWith("closed");
    }
    assertThat(server.visitor().get(events(id)).statusCode()).isEqualTo(404);
  }

  @Test
  void two_watchers_get_their_own_form_token_from_one_rendering() throws IOException {
    String id = server.visitor().submit(SLEEP);
    String mine = "A".repeat(32);
    String yours = "B".repeat(32);
    try (Stream one = new Stream(server, events(id), "Cookie: racecard_form=" + mine);
        Stream other = new Stream(server, events(id), "Cookie: racecard_form=" + yours)) {
      assertThat(one.until("actions").getLast().data()).contains(mine).doesNotContain(yours);
      assertThat(other.until("actions").getLast().data()).contains(yours).doesNotContain(mine);
    }
    server.visitor().postJson("/api/v1/runs/" + id + "/cancellation", "");
  }

  @Test
  void so_many_may_watch_and_the_server_stops_at_once_all_the_same(@TempDir Path directory)
      throws IOException {
    List<Stream> streams = new ArrayList<>();
    TestServer crowded = TestServer.open(directory);
    try {
      String id = crowded.visitor().submit(SLEEP);
      for (int i = 0; i < RunEvents.MOST_WATCHERS; i++) {
        streams.add(new Stream(crowded, events(id)));
        assertThat(streams.getLast().status()).contains("200");
      }
      var refused = crowded.visitor().get(events(id));
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.headers().firstValue("Retry-After")).isPresent();
      assertThat(crowded.visitor().get("/healthz").statusCode()).isEqualTo(200);
    } finally {
      long before = System.nanoTime();
      crowded.close();
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
      for (Stream stream : streams) {
        stream.close();
      }
    }
  }
}
