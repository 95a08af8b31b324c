package racecard.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import racecard.OnBothDatabases;
import racecard.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OnBothDatabases
final class HostStoreTest {
  private final TestDatabase database;
  private final HostStore hosts;
  private final String name = "host-" + UUID.randomUUID();
  private final String owner = UUID.randomUUID().toString();

  HostStoreTest(TestDatabase database) {
    this.database = database;
    this.hosts = new HostStore(database.steered());
  }

  @Test
  void a_host_is_noted_once_with_its_latest_facts() {
    hosts.begin(facts(2), owner, "1.0");
    hosts.begin(facts(4), UUID.randomUUID().toString(), "1.1");

    JsonNode facts =
        JsonMapper.builder().build().readTree(hosts.find(name).orElseThrow().factsJson());
    assertThat(facts.required("cores").intValue()).isEqualTo(4);
    assertThat(facts.required("facts").required("CPU").stringValue()).isEqualTo("a \"fast\" one");
    assertThat(hosts.all()).filteredOn(host -> host.name().equals(name)).hasSize(1);
    assertThat(hosts.workers()).filteredOn(worker -> worker.host().equals(name)).hasSize(2);
  }

  @Test
  void a_host_is_alive_while_its_worker_is_heard_of() {
    hosts.begin(facts(2), owner, "1.0");
    database.pass(Duration.ofSeconds(20));
    hosts.seen(owner, WorkerState.MEASURING);
    database.pass(Duration.ofSeconds(20));
    assertThat(hosts.find(name).orElseThrow().alive()).isTrue();
    assertThat(worker().state()).isEqualTo(WorkerState.MEASURING);

    database.pass(Duration.ofSeconds(20));
    assertThat(hosts.find(name).orElseThrow().alive()).isFalse();
    assertThat(worker().alive()).isFalse();
  }

  @Test
  void a_worker_that_stopped_is_not_alive_at_once() {
    hosts.begin(facts(2), owner, "1.0");
    int alive = hosts.alive();
    hosts.seen(owner, WorkerState.STOPPED);
    assertThat(hosts.alive()).isEqualTo(alive - 1);
    assertThat(worker().alive()).isFalse();
  }

  @Test
  void a_host_whose_worker_stopped_is_heard_of_until_a_lease_would_have_run_out() {
    hosts.begin(facts(2), owner, "1.0");
    hosts.seen(owner, WorkerState.STOPPED);
    database.pass(HostStore.LOST_AFTER.minusSeconds(1));
    assertThat(hosts.heardOf()).contains(name);
    database.pass(Duration.ofSeconds(2));
    assertThat(hosts.heardOf()).doesNotContain(name);
  }

  @Test
  void a_host_prepares_while_its_living_worker_says_so() {
    hosts.begin(facts(2), owner, "1.0");
    assertThat(hosts.find(name).orElseThrow().preparing()).isTrue();
    hosts.seen(owner, WorkerState.IDLE);
    assertThat(hosts.find(name).orElseThrow().preparing()).isFalse();
    hosts.seen(owner, WorkerState.PREPARING);
    database.pass(Duration.ofSeconds(40));
    assertThat(hosts.find(name).orElseThrow().preparing()).isFalse();
  }

  @Test
  void workers_of_more_than_a_day_ago_are_forgotten() {
    hosts.begin(facts(2), owner, "1.0");
    database.pass(Duration.ofHours(25));
    hosts.begin(facts(2), UUID.randomUUID().toString(), "1.0");
    assertThat(hosts.workers()).noneMatch(worker -> worker.owner().equals(owner));
  }

  private HostWorker worker() {
    return hosts.workers().stream()
        .filter(worker -> worker.owner().equals(owner))
        .findFirst()
        .orElseThrow();
  }

  private HostFacts facts(int cores) {
    SequencedMap<String, String> facts = new LinkedHashMap<>(Map.of("CPU", "a \"fast\" one"));
    return new HostFacts(name, cores, 1L << 33, facts);
  }
}
