package racecard.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SocketsTest {
  @Test
  void ended_connections_that_keep_their_ports_are_read_from_the_statistics() {
    assertThat(Sockets.waiting("inuse 5 orphan 0 tw 10212 alloc 7 mem 1")).isEqualTo(10_212);
    assertThat(Sockets.waiting("inuse 5")).isZero();
    assertThat(Sockets.waiting()).isNotNegative();
  }
}
