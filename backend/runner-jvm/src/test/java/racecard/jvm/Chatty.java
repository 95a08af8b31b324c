package racecard.jvm;

/** A runner in whose process something prints to standard output all the time. */
final class Chatty {
  private Chatty() {}

  /** Prints from a thread of its own once the runner has said hello. */
  public static void main(String[] arguments) throws InterruptedException {
    Thread printer =
        new Thread(() -> {
          while (!System.out.equals(System.err)) {
            Thread.onSpinWait();
          }
          while (true) {
            System.out.print("{\"type\":\"rounded\",");
          }
        });
    printer.setDaemon(true);
    printer.start();
    Main.main(arguments);
  }
}
