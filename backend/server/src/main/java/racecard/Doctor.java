package racecard;

import racecard.host.HostFacts;
import racecard.host.HostLimits;
import racecard.host.NoiseSources;

/** The command that says what of this host helps or hinders measuring, and changes nothing. */
final class Doctor {
  private static final int FAILED = 1;

  private Doctor() {}

  /** Prints a line for each finding; 0 when the server would work as it is configured. */
  static int run(Configuration configuration) {
    Findings findings = new Findings();
    PlaceFindings.add(configuration, findings);
    RuntimeFindings.add(configuration, findings);
    LimitFindings.add(HostLimits.read(), findings);
    NoiseFindings.add(NoiseSources.read(), HostFacts.read().cores(), findings);
    findings.all().forEach(finding -> System.out.println(finding.line()));
    if (!findings.untold().isEmpty()) {
      System.out.println("This system does not tell: " + String.join(", ", findings.untold()));
    }
    boolean works = findings.all().stream().noneMatch(one -> one.level() == Finding.Level.BAD);
    System.out.println(
        works ? "./racecard serve works here." : "./racecard serve does not work as configured.");
    return works ? 0 : FAILED;
  }
}
