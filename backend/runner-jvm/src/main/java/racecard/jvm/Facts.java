package racecard.jvm;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import racecard.jvm.line.Message;
import racecard.jvm.round.Strategy;

/** What a person should know about this runtime. */
final class Facts {
  private Facts() {}

  static Message hello() {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("vendor", System.getProperty("java.vendor"));
    facts.put("vm", System.getProperty("java.vm.name"));
    facts.put("vm_version", System.getProperty("java.vm.version"));
    facts.put("cores", Runtime.getRuntime().availableProcessors());
    return Message.of("hello")
        .with("protocol", Session.PROTOCOL)
        .with("runtime", "jvm")
        .with("version", System.getProperty("java.version"))
        .with("pid", ProcessHandle.current().pid())
        .with("facts", facts);
  }

  static Map<String, Object> of(Strategy strategy) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("heap_bytes", Runtime.getRuntime().maxMemory());
    facts.put("collector", collectors());
    facts.put("file_limit", HostLimits.read().openFiles());
    facts.put("flags", String.join(" ", ManagementFactory.getRuntimeMXBean().getInputArguments()));
    facts.putAll(strategy.facts());
    return facts;
  }

  private static String collectors() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .map(GarbageCollectorMXBean::getName)
        .collect(Collectors.joining(", "));
  }
}
