package racecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racecard.web.Settings;

final class PlaceFindingsTest {
  @TempDir private Path home;

  @Test
  void a_data_directory_that_is_not_there_is_fine_and_is_not_made() {
    Path data = home.resolve("deep/data");
    assertThat(PlaceFindings.data(data, Optional.empty()).line())
        .isEqualTo("ok    data directory: %s, made at the start".formatted(data));
    assertThat(PlaceFindings.space(data).what()).isEqualTo("free disk");
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void a_file_in_its_place_and_files_of_others_are_bad() throws IOException {
    Path file = Files.createFile(home.resolve("file"));
    assertThat(PlaceFindings.data(file, Optional.empty()).line())
        .isEqualTo(
            "bad   data directory: %s cannot be written — choose another with --data, or change its owner"
                .formatted(file));
    assertThat(PlaceFindings.data(home, Optional.empty()).line())
        .startsWith("bad")
        .contains("not Racecard's");
  }

  @Test
  void a_data_directory_that_nobody_uses_any_more_is_fine_and_left_as_it_is() throws IOException {
    Path data = home.resolve("data");
    Files.createDirectories(data);
    Path lock = Files.writeString(data.resolve("racecard.lock"), "77");
    assertThat(PlaceFindings.data(data, Optional.empty()).line())
        .isEqualTo("ok    data directory: " + data);
    assertThat(lock).hasContent("77");
    try (Stream<Path> files = Files.list(data)) {
      assertThat(files).containsExactly(lock);
    }
  }

  @Test
  void a_port_is_bad_when_another_has_it_unless_that_is_racecard() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Settings web = new Settings("127.0.0.1", other.getLocalPort(), null, null);
      assertThat(PlaceFindings.port(web, false).line())
          .startsWith("bad   port: %d on 127.0.0.1 cannot be had".formatted(web.port()))
          .endsWith(" — choose another with --port");
      assertThat(PlaceFindings.port(web, true).level()).isEqualTo(Finding.Level.OK);
    }
    assertThat(PlaceFindings.port(new Settings("127.0.0.1", 0, null, null), false).line())
        .isEqualTo("ok    port: any on 127.0.0.1, free");
  }
}
