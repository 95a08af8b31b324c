package racecard.web.page;

/** Which Racecard this is. */
public final class Version {
  private static final String PACKAGED = Version.class.getPackage().getImplementationVersion();

  private Version() {}

  /** As its jar says, or {@code development} outside of one. */
  public static String text() {
    return PACKAGED == null ? "development" : PACKAGED;
  }
}
