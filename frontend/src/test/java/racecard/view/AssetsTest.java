package racecard.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class AssetsTest {
  @Test
  void every_file_has_an_address_that_changes_with_it() {
    for (String name : List.of("racecard.css", "app.js", "htmx.js", "sse.js", "icon.svg")) {
      Assets.Asset asset = Assets.find(name).orElseThrow();
      assertThat(asset.text()).isNotBlank();
      assertThat(Assets.href(name)).isEqualTo("/static/" + name + "?v=" + asset.version());
    }
  }

  @Test
  void a_file_that_pages_do_not_load_is_not_served() {
    assertThat(Assets.find("../application.properties")).isEmpty();
    assertThatThrownBy(() -> Assets.href("other.js")).hasMessageContaining("other.js");
  }

  @Test
  void nothing_is_loaded_from_elsewhere() {
    assertThat(Assets.stylesheet()).doesNotContain("url(").doesNotContain("@import");
    assertThat(Assets.find("app.js").orElseThrow().text()).doesNotContain("://");
  }
}
