package racecard.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class OrphansTest {
  private static final ProcessId GONE = new ProcessId(1, "another-boot-17");

  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void end() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void what_a_dead_worker_left_is_ended_and_what_a_living_one_owns_is_not() throws IOException {
    ProcessId left = sleeper(new Marker("left", GONE).text());
    ProcessId owned = sleeper(Marker.of("owned").text());
    ProcessId foreign = sleeper("somebody else's word");

    List<ProcessId> ended = Orphans.endAbandoned();

    assertThat(ended).contains(left).doesNotContain(owned, foreign);
    assertThat(left.isAlive()).isFalse();
    assertThat(owned.isAlive()).isTrue();
    assertThat(foreign.isAlive()).isTrue();
  }

  @Test
  void only_the_same_process_is_ended_not_a_later_one_of_its_number() throws IOException {
    ProcessId living = sleeper("");
    Orphans.end(List.of(new ProcessId(living.pid(), living.started() + "0")));
    assertThat(living.isAlive()).isTrue();
    Orphans.end(List.of(living));
    assertThat(living.isAlive()).isFalse();
  }

  @Test
  void a_marker_reads_back() {
    Marker marker = Marker.of("12.3.g4");
    assertThat(Marker.read(marker.text())).contains(marker);
    assertThat(Marker.read("test")).isEmpty();
    assertThat(marker.owner().isAlive()).isTrue();
  }

  private ProcessId sleeper(String marker) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("sleep", "600");
    builder.environment().put(Marker.VARIABLE, marker);
    Process process = builder.start();
    started.add(process);
    return ProcessId.of(process.pid()).orElseThrow();
  }
}
