package racecard.view.run;

import java.util.List;

/** The best contenders as programs, one for each runtime. */
public record Use(List<Program> programs) {

  /**
   * A program to copy.
   *
   * @param title as "Virtual threads in Java"
   */
  public record Program(String id, String title, String text) {}
}
