package racecard.benchmarks;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** db-scheduler doing the same: jobs that do nothing, from due to done. */
final class DbScheduler {
  private static final String TABLE =
      """
      create table scheduled_tasks (
        task_name varchar(100) not null,
        task_instance varchar(100) not null,
        task_data <bytes>,
        execution_time timestamp with time zone not null,
        picked boolean not null,
        picked_by varchar(50),
        last_success timestamp with time zone,
        last_failure timestamp with time zone,
        consecutive_failures int,
        last_heartbeat timestamp with time zone,
        version bigint not null,
        priority smallint,
        primary key (task_name, task_instance))
      """;

  private final DataSource source;
  private final boolean postgres;
  private int number;

  DbScheduler(DataSource source) throws SQLException {
    this.source = source;
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      postgres = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
      statement.execute("drop table if exists scheduled_tasks");
      statement.execute(TABLE.replace("<bytes>", postgres ? "bytea" : "blob"));
      statement.execute("create index by_time on scheduled_tasks (execution_time)");
      statement.execute("create index by_heartbeat on scheduled_tasks (last_heartbeat)");
    }
  }

  /** How many of {@code jobs} jobs that all are due end in a second. */
  double jobsPerSecond(int jobs, int threads) throws InterruptedException {
    CountDownLatch left = new CountDownLatch(jobs);
    OneTimeTask<Void> task = Tasks.oneTime("task").execute((instance, context) -> left.countDown());
    SchedulerClient client = SchedulerClient.Builder.create(source, task).build();
    Instant due = Instant.now();
    for (int i = 0; i < jobs; i++) {
      client.scheduleIfNotExists(task.instance("job-" + number++), due);
    }
    SchedulerBuilder builder =
        Scheduler.create(source, task).threads(threads).pollingInterval(Duration.ofMillis(10));
    // Its own advice: this strategy where the database can skip locked rows, the default elsewhere.
    Scheduler scheduler = (postgres ? builder.pollUsingLockAndFetch(1.0, 4.0) : builder).build();
    long begin = System.nanoTime();
    scheduler.start();
    if (!left.await(120, TimeUnit.SECONDS)) {
      throw new IllegalStateException(left.getCount() + " jobs of db-scheduler are left");
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    scheduler.stop();
    return jobs / seconds;
  }
}
