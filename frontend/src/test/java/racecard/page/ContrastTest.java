package racecard.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import racecard.view.Assets;

/** Contrast by WCAG 2: 4.5 for text, 3 for what is drawn. */
final class ContrastTest {
  private static final Pattern COLOUR =
      Pattern.compile("--([a-z-]+): light-dark\\(#([0-9a-f]{6}), #([0-9a-f]{6})\\)");
  private static final List<String> HUES =
      List.of("blue", "red", "green", "plum", "teal", "ochre", "grey", "neutral");

  static Stream<Map<String, Integer>> themes() {
    Map<String, Integer> light = new HashMap<>();
    Map<String, Integer> dark = new HashMap<>();
    Matcher colour = COLOUR.matcher(Assets.stylesheet());
    while (colour.find()) {
      light.put(colour.group(1), Integer.parseInt(colour.group(2), 16));
      dark.put(colour.group(1), Integer.parseInt(colour.group(3), 16));
    }
    return Stream.of(light, dark);
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16 & 255)
        + 0.7152 * linear(rgb >> 8 & 255)
        + 0.0722 * linear(rgb & 255);
  }

  private static double linear(int channel) {
    double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  private static double contrast(Map<String, Integer> theme, String one, String other) {
    double first = luminance(theme.get(one));
    double second = luminance(theme.get(other));
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  private static void atLeast(double least, Map<String, Integer> theme, String one, String other) {
    assertThat(contrast(theme, one, other))
        .as("%s on %s", one, other)
        .isGreaterThanOrEqualTo(least);
  }

  @ParameterizedTest
  @MethodSource("themes")
  void text_can_be_read_on_every_ground(Map<String, Integer> theme) {
    for (String ground : List.of("paper", "card", "sunk")) {
      for (String text : List.of("ink", "quiet", "accent", "good", "warn", "bad")) {
        atLeast(4.5, theme, text, ground);
      }
    }
    atLeast(4.5, theme, "on-ink", "ink");
    atLeast(4.5, theme, "on-ink", "accent");
    atLeast(4.5, theme, "on-ink", "bad");
  }

  @ParameterizedTest
  @MethodSource("themes")
  void text_can_be_read_in_coloured_boxes(Map<String, Integer> theme) {
    for (String kind : List.of("warn", "bad", "good")) {
      for (String text : List.of("ink", "quiet", kind)) {
        atLeast(4.5, theme, text, kind + "-paper");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("themes")
  void the_letter_on_each_cloth_can_be_read_and_each_hue_be_seen(Map<String, Integer> theme) {
    for (String hue : HUES) {
      atLeast(4.5, theme, "on-hue", hue);
      atLeast(3, theme, hue, "paper");
      atLeast(3, theme, hue, "card");
    }
    atLeast(3, theme, "edge", "card");
  }
}
