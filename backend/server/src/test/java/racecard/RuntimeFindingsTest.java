package racecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import racecard.runtime.LeftOut;

final class RuntimeFindingsTest {
  @Test
  void executables_of_a_directory_that_are_left_out_for_one_reason_share_a_line() {
    List<LeftOut> all =
        List.of(
            new LeftOut(Path.of("/shims/python3.10"), "It said nothing."),
            new LeftOut(Path.of("/bin/python3"), "It said nothing."),
            new LeftOut(Path.of("/shims/python3.12"), "It said nothing."),
            new LeftOut(Path.of("/shims/python3.13"), "It hung."));
    assertThat(RuntimeFindings.leftOut(all))
        .extracting(Finding::line)
        .containsExactly(
            "look  left out: python3.10, python3.12 in /shims. It said nothing. — nothing, unless it should be measured",
            "look  left out: python3 in /bin. It said nothing. — nothing, unless it should be measured",
            "look  left out: python3.13 in /shims. It hung. — nothing, unless it should be measured");
  }
}
