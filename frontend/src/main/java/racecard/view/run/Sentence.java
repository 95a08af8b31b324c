package racecard.view.run;

import java.util.ArrayList;
import java.util.List;

/** A sentence with its figures in bold. */
public record Sentence(List<Piece> pieces) {

  /** Some of its text. */
  public record Piece(String text, boolean strong) {}

  /** Reads {@code marked}, in which {@code *this*} is bold. */
  public static Sentence of(String marked) {
    List<Piece> pieces = new ArrayList<>();
    boolean strong = false;
    for (String text : marked.split("\\*", -1)) {
      if (!text.isEmpty()) {
        pieces.add(new Piece(text, strong));
      }
      strong = !strong;
    }
    return new Sentence(List.copyOf(pieces));
  }
}
