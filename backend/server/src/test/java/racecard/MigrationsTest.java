package racecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import racecard.queue.ClaimedJob;

@OnBothDatabases
final class MigrationsTest {
  private static final String CHECK_BROKEN = "23514";
  private static final String CHECK_OF_H2 = "23513";

  private final TestDatabase database;

  MigrationsTest(TestDatabase database) {
    this.database = database;
  }

  @Test
  void every_table_says_what_it_is() {
    assertThat(database.tables()).contains("run", "job", "attempt", "event", "sample", "worker");
    assertThat(described()).containsAll(database.tables());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update job set state = 'lost'",
        "update job set state = 'running'",
        "update job set state = 'done'",
        "update job set finished_at = current_timestamp",
        "update job set state = 'failed', finished_at = current_timestamp",
        "update job set lane_key = 'host/measure'",
        "update job set owner = 'somebody'",
        "update job set cancel_requested_at = current_timestamp",
        "update job set attempt = 4",
        "update job set attempt = -1",
        "update job set failure_kind = 'INTERNAL'"
      })
  void a_waiting_job_cannot_be_put_into_a_state_that_does_not_exist(String statement) {
    Rooms.steered(database).submit();
    refused(statement);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update job set state = 'queued'",
        "update job set state = 'done', finished_at = current_timestamp",
        "update job set owner = null",
        "update job set lease_expires_at = null",
        "update job set lane_key = null",
        "update job set fence = 0",
        "update attempt set ending = 'done'",
        "update attempt set ended_at = current_timestamp",
        "update attempt set ending = 'vanished', ended_at = current_timestamp",
        "update attempt set ending = 'lost', ended_at = current_timestamp"
      })
  void a_running_job_cannot_be_put_into_a_state_that_does_not_exist(String statement) {
    Rooms rooms = Rooms.steered(database);
    rooms.submit();
    assertThat(rooms.queue.claim("owner", "host").map(ClaimedJob::attempt)).hasValue(1);
    refused(statement);
  }

  private void refused(String statement) {
    assertThatThrownBy(() -> database.steered().useHandle(handle -> handle.execute(statement)))
        .rootCause()
        .isInstanceOfSatisfying(
            SQLException.class,
            refusal -> assertThat(refusal.getSQLState()).isIn(CHECK_BROKEN, CHECK_OF_H2));
  }

  private List<String> described() {
    String query =
        switch (database.engine()) {
          case H2 ->
              "select lower(table_name) from information_schema.tables where remarks is not null";
          case POSTGRESQL ->
              """
              select relname
              from pg_class
              where obj_description(oid, 'pg_class') is not null
              """;
        };
    return database
        .steered()
        .withHandle(handle -> handle.createQuery(query).mapTo(String.class).list());
  }
}
