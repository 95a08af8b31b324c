package racecard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racecard.run.Run;
import racecard.run.Share;

final class ShareLinksTest {
  private static final String SLEEP = "{\"workload\":\"sleep\"}";
  private static TestServer server;

  @BeforeAll
  static void open(@TempDir Path directory) {
    server = TestServer.open(directory);
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private static List<Share> shares(String id) {
    Run run = server.rooms.runs().find(id).orElseThrow();
    return server.rooms.shares().of(run.id());
  }

  @Test
  void a_link_is_made_shown_opened_revoked_and_gone() {
    TestServer.Visitor visitor = server.visitor();
    String id = visitor.submit(SLEEP);
    String page = "/runs/" + id + "/shares";
    HttpResponse<String> made = visitor.follow(visitor.form(page));
    String token = shares(id).getFirst().token();
    assertThat(made.body()).contains("http://127.0.0.1:" + server.server.port() + "/s/" + token);
    assertThat(server.visitor().get("/s/" + token).statusCode()).isEqualTo(200);
    HttpResponse<String> revoked = visitor.follow(visitor.form(page + "/" + token + "/revocation"));
    assertThat(revoked.body()).doesNotContain(token);
    assertThat(server.visitor().get("/s/" + token).statusCode()).isEqualTo(404);
  }

  @Test
  void a_link_of_another_run_cannot_be_revoked_here() {
    TestServer.Visitor visitor = server.visitor();
    String own = visitor.submit(SLEEP);
    String foreign = visitor.submit(SLEEP);
    visitor.form("/runs/" + foreign + "/shares");
    String token = shares(foreign).getFirst().token();
    assertThat(visitor.form("/runs/%s/shares/%s/revocation".formatted(own, token)).statusCode())
        .isEqualTo(404);
    assertThat(shares(foreign).getFirst().revokedAt()).isNull();
  }

  @Test
  void the_fifty_first_link_is_refused_until_one_is_revoked() {
    TestServer.Visitor visitor = server.visitor();
    String id = visitor.submit(SLEEP);
    Run run = server.rooms.runs().find(id).orElseThrow();
    for (int i = 0; i < 50; i++) {
      server.rooms.shares().create(run.id());
    }
    assertThat(visitor.form("/runs/" + id + "/shares").statusCode()).isEqualTo(409);
    server.rooms.shares().revoke(shares(id).getFirst().token());
    assertThat(visitor.form("/runs/" + id + "/shares").statusCode()).isEqualTo(303);
  }

  @Test
  void a_server_on_loopback_says_that_links_open_nowhere_else(@TempDir Path directory) {
    String id = server.visitor().submit(SLEEP);
    assertThat(server.visitor().get("/runs/" + id + "/shares").body())
        .contains("listens on this machine only");
    try (TestServer proxied = TestServer.withPublicUrl(directory, "https://race.example")) {
      String there = proxied.visitor().submit(SLEEP);
      assertThat(proxied.visitor().get("/runs/" + there + "/shares").body())
          .contains("opens for whoever can reach this server");
    }
  }
}
