package racecard.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;

final class ConflictTest {
  @Test
  void a_database_that_is_away_may_come_back() {
    assertThat(Conflict.passing(new SQLTransientConnectionException("no connection in 30 s")))
        .isTrue();
    assertThat(Conflict.passing(refusal("08006"))).isTrue();
    assertThat(Conflict.passing(refusal("57P01"))).isTrue();
    assertThat(Conflict.passing(refusal("40001"))).isTrue();
  }

  @Test
  void a_statement_that_is_wrong_stays_wrong() {
    assertThat(Conflict.passing(refusal("23505"))).isFalse();
    assertThat(Conflict.passing(refusal("22001"))).isFalse();
    assertThat(Conflict.passing(refusal("42S02"))).isFalse();
    assertThat(Conflict.passing(new IllegalArgumentException("not from a database"))).isFalse();
  }

  private static Throwable refusal(String state) {
    return new IllegalStateException(new SQLException("refused", state));
  }
}
