package racecard.view;

import java.util.List;

/** The machines that measure or have measured. */
public record HostsPage(Frame frame, List<Host> hosts) {

  /**
   * One machine.
   *
   * @param online whether its worker was heard of lately
   * @param status as "measuring k3v9q2mw" or "last heard of at 14:02"
   * @param runtimes as "JVM Temurin 25.0.3"
   */
  public record Host(
      String name,
      String href,
      boolean online,
      String status,
      String cores,
      String memory,
      String system,
      List<String> runtimes) {}
}
