package racecard.origin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
  @Test
  void bodies_are_those_of_the_protocol() throws Exception {
    List<FlatJson> vectors = Vectors.with("sha256");
    assertThat(vectors).hasSize(3);
    for (FlatJson vector : vectors) {
      int bytes = (int) vector.number("body_bytes", 0, 1 << 20);
      ByteBuffer body = ByteBuffer.allocate(bytes);
      new Configuration(vector.text("nonce"), 0, 0, bytes, 0)
          .body(vector.text("path"))
          .fill(body, bytes);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body.array());
      assertThat(HexFormat.of().formatHex(digest)).isEqualTo(vector.text("sha256"));
    }
  }

  @Test
  void delays_are_those_of_the_protocol() throws IOException {
    List<FlatJson> vectors = Vectors.with("share");
    assertThat(vectors).hasSize(3);
    for (FlatJson vector : vectors) {
      long seed = vector.number("seed", 0, Long.MAX_VALUE);
      Configuration configuration = new Configuration("", 50, 20, 0, seed);
      double share = Double.parseDouble(vector.text("share"));
      assertThat(configuration.delayNs(vector.text("path")))
          .isEqualTo(50_000_000 + (long) (share * 20_000_000));
    }
  }

  @Test
  void jitter_is_uniform_over_paths() {
    Configuration configuration = new Configuration("", 10, 100, 0, 7);
    int[] tenths = new int[10];
    for (int i = 0; i < 10_000; i++) {
      long jitterNs = configuration.delayNs("/u/" + i + "/0") - 10_000_000;
      tenths[(int) (jitterNs / 10_000_000)]++;
    }

    assertThat(IntStream.of(tenths)).allMatch(count -> count > 850 && count < 1_150);
  }

  @Test
  void without_jitter_every_delay_is_the_same() {
    assertThat(new Configuration("", 50, 0, 0, 7).delayNs("/u/1/1")).isEqualTo(50_000_000);
  }
}
