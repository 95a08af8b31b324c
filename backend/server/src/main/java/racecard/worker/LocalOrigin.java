package racecard.worker;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import racecard.catalog.Plan;
import racecard.queue.FailureKind;
import racecard.runner.ChildFailed;
import racecard.runner.Origin;
import racecard.runner.OriginSetting;
import racecard.runner.OriginStats;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The local origin of a job: started, set, and tested before anything is measured. */
final class LocalOrigin {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Origin origin;
  private final Plan plan;
  private final SelfTest.Passed passed;

  private LocalOrigin(Origin origin, Plan plan, SelfTest.Passed passed) {
    this.origin = origin;
    this.plan = plan;
    this.passed = passed;
  }

  static LocalOrigin start(Crew crew, Hold hold, Plan plan, String nonce) throws Halted, JobFailed {
    try {
      Origin origin = crew.origin();
      origin.configure(setting(plan, nonce));
      return new LocalOrigin(origin, plan, test(origin, plan, nonce, hold));
    } catch (ChildFailed failed) {
      hold.check();
      throw new JobFailed(Fault.ofOrigin(failed.failure()));
    }
  }

  private static SelfTest.Passed test(Origin origin, Plan plan, String nonce, Hold hold)
      throws Halted, JobFailed {
    try {
      return new SelfTest(origin.addresses(), plan, nonce).run();
    } catch (SelfTest.NotPassed not) {
      hold.check();
      throw new JobFailed(new Fault(FailureKind.ORIGIN_FAILED, String.valueOf(not.getMessage())));
    }
  }

  private static OriginSetting setting(Plan plan, String nonce) {
    return new OriginSetting(
        nonce,
        plan.parameters().number("delay_ms"),
        plan.parameters().number("jitter_ms"),
        plan.parameters().number("body_bytes"),
        plan.seed());
  }

  List<String> addresses() {
    return origin.addresses();
  }

  /** How many connections it can hold at once: its limit of open files says so. */
  int maxConnections() {
    return origin.maxConnections();
  }

  /** Forgets what it counted until now. */
  void forget(Hold hold) throws Halted, JobFailed {
    stats(hold);
  }

  /** Adds what it did since it was asked last to a block's counters. */
  void into(Map<String, @Nullable Long> around, Hold hold) throws Halted, JobFailed {
    OriginStats stats = stats(hold);
    around.put("origin_cpu_ns", stats.cpuNs());
    around.put("origin_requests", stats.requests());
    around.put("origin_late_p50_ns", stats.lateP50Ns());
    around.put("origin_late_p95_ns", stats.lateP95Ns());
  }

  private OriginStats stats(Hold hold) throws Halted, JobFailed {
    try {
      return origin.stats();
    } catch (ChildFailed failed) {
      hold.check();
      throw new JobFailed(Fault.ofOrigin(failed.failure()));
    }
  }

  /** What a generation notes of it: flat, so that a page shows it in a line. */
  ObjectNode facts() {
    return JSON.createObjectNode()
        .put("addresses", origin.addresses().size())
        .put("max_connections", origin.maxConnections())
        .put("delay_ms", plan.parameters().number("delay_ms"))
        .put("jitter_ms", plan.parameters().number("jitter_ms"))
        .put("body_bytes", plan.parameters().number("body_bytes"))
        .put("self_test_asked_ns", passed.askedNs())
        .put("self_test_answered_ns", passed.answeredNs());
  }
}
