package racecard;

/** The program's entry point. */
public final class Main {
  private Main() {}

  /** Runs the command named by the first argument. */
  public static void main(String[] arguments) {
    System.out.println("racecard");
  }
}
