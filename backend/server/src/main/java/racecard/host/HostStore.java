package racecard.host;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The machines that measure and the worker processes on them. */
public final class HostStore {
  /** A worker that was not heard of for longer is lost: the lease's length. */
  public static final Duration LOST_AFTER = Duration.ofSeconds(30);

  private static final String UPDATE =
      """
      update host
      set facts = :facts, seen_at = <now>
      where name = :name
      """;

  private static final String INSERT =
      """
      insert into host (name, facts, seen_at)
      values (:name, :facts, <now>)
      """;

  private static final String RUNTIMES =
      """
      update host
      set runtimes = :runtimes
      where name = :name
      """;

  private static final String INSERT_WORKER =
      """
      insert into worker (host_id, owner, version, started_at, seen_at, state)
      select id, :owner, :version, <now>, <now>, 'preparing'
      from host
      where name = :name
      """;

  private static final String SEEN =
      """
      update worker
      set seen_at = <now>, state = :state
      where owner = :owner
      """;

  private static final String HOST_SEEN =
      """
      update host
      set seen_at = <now>
      where id = (select host_id from worker where owner = :owner)
      """;

  // Kept for a day, so that a page can say when the workers of a host were there.
  private static final String FORGET =
      """
      delete from worker
      where seen_at < <now> - interval '1' day
      """;

  private static final String HEARD_OF =
      """
      select name
      from host
      where seen_at > <now> - cast(:lost_after_s as integer) * interval '1' second
      order by name
      """;

  private static final String HOSTS =
      """
      select host.name, host.facts, host.runtimes, host.seen_at,
        living.host_id is not null as alive,
        coalesce(living.preparing, 0) > 0 as preparing
      from host
      left join (
        select host_id, sum(case when state = 'preparing' then 1 else 0 end) as preparing
        from worker
        where state <> 'stopped'
          and seen_at > <now> - cast(:lost_after_s as integer) * interval '1' second
        group by host_id) living on living.host_id = host.id
      order by host.name
      """;

  private static final String WORKERS =
      """
      select host.name, worker.owner, worker.version, worker.started_at, worker.seen_at,
        worker.state,
        worker.state <> 'stopped'
          and worker.seen_at > <now> - cast(:lost_after_s as integer) * interval '1' second
          as alive
      from worker
      join host on host.id = worker.host_id
      order by host.name, worker.started_at desc, worker.id desc
      """;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Jdbi jdbi;

  /** Keeps hosts in the database behind {@code jdbi}. */
  public HostStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Notes the host as it is now and a new worker process on it. */
  public void begin(HostFacts host, String owner, String version) {
    jdbi.useTransaction(handle -> {
      keep(handle, host);
      handle.createUpdate(FORGET).execute();
      handle
          .createUpdate(INSERT_WORKER)
          .bind("name", host.name())
          .bind("owner", owner)
          .bind("version", version)
          .execute();
    });
  }

  /** Notes the runtimes that were found on a host, as JSON of at most a million characters. */
  public void found(String host, String runtimesJson) {
    jdbi.useHandle(handle ->
        handle.createUpdate(RUNTIMES).bind("name", host).bind("runtimes", runtimesJson).execute());
  }

  /** Notes that a worker is there, and what it does. */
  public void seen(String owner, WorkerState state) {
    jdbi.useTransaction(handle -> {
      handle.createUpdate(SEEN).bind("owner", owner).bind("state", state.id()).execute();
      handle.createUpdate(HOST_SEEN).bind("owner", owner).execute();
    });
  }

  /** Every host, by name. */
  public List<Host> all() {
    return jdbi.withHandle(
        handle -> recent(handle.createQuery(HOSTS)).map((row, context) -> host(row)).list());
  }

  /** The host with this name. */
  public Optional<Host> find(String name) {
    return all().stream().filter(host -> host.name().equals(name)).findFirst();
  }

  /** The worker processes of the last day, by host, the latest first. */
  public List<HostWorker> workers() {
    return jdbi.withHandle(
        handle -> recent(handle.createQuery(WORKERS)).map((row, context) -> worker(row)).list());
  }

  /** The hosts a worker was on within a lease, by name: also one that only starts again. */
  public List<String> heardOf() {
    return jdbi.withHandle(
        handle -> recent(handle.createQuery(HEARD_OF)).mapTo(String.class).list());
  }

  /** How many hosts have a living worker. */
  public int alive() {
    return (int) all().stream().filter(Host::alive).count();
  }

  /** The facts as rows and generations keep them: name, cores, memory_bytes, and facts as texts. */
  public static String json(HostFacts host) {
    ObjectNode node = JSON.createObjectNode();
    node.put("name", host.name());
    node.put("cores", host.cores());
    node.put("memory_bytes", host.memoryBytes());
    node.set("facts", JSON.valueToTree(host.facts()));
    return JSON.writeValueAsString(node);
  }

  /** Reads what {@link #json} wrote. */
  public static HostFacts facts(String json) {
    JsonNode node = JSON.readTree(json);
    SequencedMap<String, String> facts = new LinkedHashMap<>();
    node.required("facts")
        .properties()
        .forEach(e -> facts.put(e.getKey(), e.getValue().asString()));
    return new HostFacts(
        node.required("name").stringValue(),
        node.required("cores").intValue(),
        node.required("memory_bytes").longValue(),
        facts);
  }

  private static void keep(Handle handle, HostFacts host) {
    String facts = json(host);
    int updated =
        handle.createUpdate(UPDATE).bind("name", host.name()).bind("facts", facts).execute();
    if (updated == 0) {
      handle.createUpdate(INSERT).bind("name", host.name()).bind("facts", facts).execute();
    }
  }

  private static Query recent(Query query) {
    return query.bind("lost_after_s", LOST_AFTER.toSeconds());
  }

  private static Host host(ResultSet row) throws SQLException {
    return new Host(
        row.getString("name"),
        row.getString("facts"),
        row.getString("runtimes"),
        at(row, "seen_at"),
        row.getBoolean("alive"),
        row.getBoolean("preparing"));
  }

  private static HostWorker worker(ResultSet row) throws SQLException {
    return new HostWorker(
        row.getString("name"),
        row.getString("owner"),
        row.getString("version"),
        at(row, "started_at"),
        at(row, "seen_at"),
        WorkerState.of(row.getString("state")),
        row.getBoolean("alive"));
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
