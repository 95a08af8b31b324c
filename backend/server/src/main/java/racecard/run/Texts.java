package racecard.run;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** A list of texts as a JSON array in one column. */
final class Texts {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Texts() {}

  static String write(List<String> texts) {
    return JSON.writeValueAsString(texts);
  }

  static List<String> read(String json) {
    List<String> texts = new ArrayList<>();
    JSON.readTree(json).forEach(text -> texts.add(text.stringValue()));
    return List.copyOf(texts);
  }
}
