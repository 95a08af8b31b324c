package racecard.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ClothTest {
  private static final List<String> STRATEGIES =
      List.of(
          "sequential",
          "threads",
          "thread-pool",
          "processes",
          "process-pool",
          "virtual-threads",
          "interpreters",
          "event-loop",
          "gevent",
          "asyncio",
          "uvloop",
          "trio",
          "curio",
          "promises",
          "processes-spawn",
          "processes-forkserver",
          "asyncio-process-pool",
          "eventlet",
          "twisted",
          "tornado",
          "event-loop-blocking",
          "asyncio-blocking",
          "promises-blocking");

  @Test
  void no_two_strategies_wear_the_same() {
    assertThat(STRATEGIES.stream().map(Cloth::of)).doesNotHaveDuplicates();
  }

  @Test
  void a_strategy_wears_the_same_on_every_runtime_and_as_control() {
    assertThat(Cloth.of("cpython-3.11/threads")).isEqualTo(Cloth.of("jvm/threads"));
    assertThat(Cloth.of("jvm/sequential#2")).isEqualTo(Cloth.of("sequential"));
  }

  @Test
  void a_variant_wears_what_its_strategy_wears() {
    assertThat(Cloth.of("cpython-3.11/gevent-patched")).isEqualTo(Cloth.of("gevent"));
    assertThat(Cloth.of("thread-pool-of-four")).isEqualTo(Cloth.of("thread-pool"));
  }

  @Test
  void a_strategy_nobody_knows_has_its_initial() {
    assertThat(Cloth.of("rust-1.9/rayon")).isEqualTo(new Cloth("R", "ink", Cloth.Pattern.SOLID));
    assertThat(Cloth.of("").letter()).isEqualTo("?");
  }

  @Test
  void every_hue_has_its_class_in_the_stylesheet() {
    assertThat(STRATEGIES)
        .allMatch(name -> Assets.stylesheet().contains(".hue-" + Cloth.of(name).hue() + " "));
  }
}
