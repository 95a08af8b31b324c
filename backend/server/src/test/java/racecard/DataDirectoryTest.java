package racecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataDirectoryTest {
  @TempDir private Path home;

  @Test
  void what_was_claimed_before_the_first_start_is_taken_with_what_was_put_there()
      throws IOException {
    Path data = home.resolve("data");
    DataDirectory.claim(data);
    Path environments = Files.createDirectory(data.resolve("environments"));
    try (DataDirectory taken = DataDirectory.take(data)) {
      assertThat(taken.path()).isEqualTo(data);
      assertThat(environments).isDirectory();
    }
  }

  @Test
  void what_somebody_uses_can_be_claimed_and_what_is_not_ours_cannot() throws IOException {
    Path data = home.resolve("data");
    try (DataDirectory taken = DataDirectory.take(data)) {
      assertThat(DataDirectory.claim(taken.path())).isRegularFile();
    }
    Files.createDirectory(home.resolve("environments"));
    assertThatThrownBy(() -> DataDirectory.claim(home))
        .isInstanceOf(CannotOpen.class)
        .hasMessageContaining("not Racecard's");
  }
}
