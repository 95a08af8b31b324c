package racecard.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import racecard.runner.Work;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Against the vectors that a program in another language computed. */
final class RightAnswerTest {
  private static final JsonNode VECTORS = vectors();

  @Test
  void every_vector_has_the_checksum_that_is_computed_here() {
    for (JsonNode vector : VECTORS.path("vectors")) {
      int bodyBytes = vector.path("params").path("body_bytes").asInt(0);
      RightAnswer answer = RightAnswer.of(work(vector), bodyBytes, () -> true);
      assertThat(answer.of(vector.path("repeats").intValue()))
          .as(vector.toString())
          .isEqualTo(vector.path("checksum").stringValue());
    }
  }

  @Test
  void tasks_that_all_answer_the_same_are_weighted_like_any_others() {
    Work work = new Work("sleep", Map.of("sleep_us", 2_000L), 10, 10, "n", List.of(), List.of());
    assertThat(RightAnswer.ofSame(2_000, 10)).isEqualTo(RightAnswer.of(work, 0, () -> true));
  }

  @Test
  void bodies_and_delays_of_the_origin_are_those_of_the_vectors() {
    for (JsonNode vector : VECTORS.path("bodies")) {
      byte[] body =
          OriginRule.body(
              vector.path("nonce").stringValue(),
              vector.path("path").stringValue(),
              vector.path("body_bytes").intValue());
      assertThat(HexFormat.of().formatHex(OriginRule.sha256().digest(body)))
          .isEqualTo(vector.path("sha256").stringValue());
    }
    for (JsonNode vector : VECTORS.path("delays")) {
      double share =
          OriginRule.share(vector.path("seed").longValue(), vector.path("path").stringValue());
      assertThat(share).isEqualTo(Double.parseDouble(vector.path("share").stringValue()));
    }
  }

  @Test
  void numbers_are_reduced_as_big_integers_would_be() {
    byte[] bytes = new byte[100];
    Arrays.fill(bytes, (byte) 0xf7);
    BigInteger p = BigInteger.valueOf(Modulus.P);
    assertThat(Modulus.ofNumber(bytes)).isEqualTo(new BigInteger(1, bytes).mod(p).longValueExact());
    assertThat(Modulus.multiply(Modulus.P - 1, Modulus.P - 2)).isEqualTo(2);
  }

  @Test
  void computing_ends_when_the_job_must_not_go_on() {
    Work work = work(VECTORS.path("vectors").get(0));
    assertThatThrownBy(() -> RightAnswer.of(work, 0, () -> false))
        .isInstanceOf(CancellationException.class);
  }

  private static Work work(JsonNode vector) {
    Map<String, Long> params = new HashMap<>();
    vector
        .path("params")
        .properties()
        .forEach(param -> params.put(param.getKey(), param.getValue().longValue()));
    int tasks = vector.path("tasks").intValue();
    return new Work(
        vector.path("workload").stringValue(),
        params,
        tasks,
        tasks,
        vector.path("nonce").stringValue(),
        List.of(),
        List.of());
  }

  private static JsonNode vectors() {
    try {
      return JsonMapper.builder()
          .build()
          .readTree(Files.readString(Path.of("../runner-contract/vectors.json")));
    } catch (IOException absent) {
      throw new IllegalStateException(absent);
    }
  }
}
