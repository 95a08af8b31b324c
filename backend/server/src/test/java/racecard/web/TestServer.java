package racecard.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import racecard.Database;
import racecard.catalog.Catalog;
import racecard.exchange.Exports;
import racecard.exchange.Imports;
import racecard.exchange.Turn;
import racecard.host.HostFacts;
import racecard.host.HostStore;
import racecard.queue.Changes;
import racecard.queue.EventLog;
import racecard.queue.JobQueue;
import racecard.queue.Jobs;
import racecard.queue.PastJobs;
import racecard.queue.Pause;
import racecard.queue.WaitingLine;
import racecard.report.Reports;
import racecard.run.ImportStore;
import racecard.run.RunList;
import racecard.run.RunStore;
import racecard.run.ShareStore;
import racecard.run.UrlPolicy;
import racecard.sample.LatencyStore;
import racecard.sample.MeasuredStore;
import racecard.sample.OutcomeStore;
import racecard.sample.ProfileStore;
import racecard.sample.SampleStore;
import racecard.sample.TimelineStore;
import racecard.web.http.OwnWorker;
import racecard.web.http.Rooms;
import racecard.web.safety.Password;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real server on a free port with a real database in a temporary directory. */
final class TestServer implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** How often the worker of this process was bid to look; from the second time on it goes on. */
  final AtomicInteger looks = new AtomicInteger();

  /** Whose turn it is to read or write a file; the next waits no longer than this. */
  final Turn turn = new Turn(Duration.ofSeconds(1));

  final Database database;
  final Rooms rooms;
  final Server server;

  private TestServer(Path directory, @Nullable Password password) {
    this(directory, password, null, Catalog.ofJvm());
  }

  private TestServer(
      Path directory, @Nullable Password password, @Nullable URI publicUrl, Catalog catalog) {
    database = Database.embedded(directory);
    rooms = rooms(database, catalog, looks, turn);
    server = Server.start(new Settings("127.0.0.1", 0, publicUrl, password), rooms);
  }

  static TestServer open(Path directory) {
    return new TestServer(directory, null);
  }

  static TestServer withPassword(Path directory, String password) {
    return new TestServer(directory, Password.of(password));
  }

  static TestServer withPublicUrl(Path directory, String url) {
    return new TestServer(directory, null, URI.create(url), Catalog.ofJvm());
  }

  static TestServer withCatalog(Path directory, Catalog catalog) {
    return new TestServer(directory, null, null, catalog);
  }

  private static Rooms rooms(Database database, Catalog catalog, AtomicInteger looks, Turn turn) {
    Changes changes = new Changes();
    JobQueue queue = new JobQueue(database.jdbi(), database.engine(), changes, JobQueue.LEASE);
    Pause pause = new Pause(database.jdbi(), database.engine(), changes);
    return new Rooms(
        () -> catalog,
        UrlPolicy.none(),
        new RunStore(database.jdbi(), database.engine(), queue),
        new RunList(database.jdbi()),
        new ShareStore(database.jdbi(), database.engine()),
        queue,
        new Jobs(database.jdbi()),
        new WaitingLine(database.jdbi(), pause),
        pause,
        new EventLog(database.jdbi()),
        new HostStore(database.jdbi()),
        reports(database, queue, pause),
        new Exports(
            new PastJobs(database.jdbi()), new MeasuredStore(database.jdbi(), queue), "test", turn),
        new Imports(new ImportStore(database.jdbi(), database.engine()), Clock.systemUTC(), turn),
        () -> 2,
        () -> 1,
        new OwnWorker(HostFacts.read().name(), looks::incrementAndGet, () -> looks.get() > 1),
        Clock.systemUTC());
  }

  private static Reports reports(Database database, JobQueue queue, Pause pause) {
    return new Reports(
        new Reports.Shelves(
            new Jobs(database.jdbi()),
            new WaitingLine(database.jdbi(), pause),
            new SampleStore(database.jdbi(), queue),
            new TimelineStore(database.jdbi(), queue),
            new LatencyStore(database.jdbi()),
            new OutcomeStore(database.jdbi(), queue),
            new ProfileStore(database.jdbi(), queue),
            () -> 1),
        Clock.systemUTC());
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  /** A browser's or program's own connection, with its own cookies. */
  Visitor visitor() {
    return new Visitor();
  }

  @Override
  public void close() {
    server.close();
    database.close();
  }

  /** Somebody with cookies of their own who does not follow redirects by itself. */
  final class Visitor {
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
        HttpClient.newBuilder().cookieHandler(cookies).connectTimeout(LIMIT).build();

    HttpResponse<String> get(String path, String... headers) {
      return send(request(path, headers).GET().build());
    }

    HttpResponse<String> delete(String path, String... headers) {
      return send(request(path, headers).DELETE().build());
    }

    HttpResponse<String> postJson(String path, String json, String... headers) {
      return send(
          request(path, headers)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(json))
              .build());
    }

    HttpResponse<String> post(String path, String type, String body, String... headers) {
      return send(
          request(path, headers)
              .header("Content-Type", type)
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build());
    }

    HttpResponse<String> head(String path, String... headers) {
      return send(
          request(path, headers).method("HEAD", HttpRequest.BodyPublishers.noBody()).build());
    }

    /** Posts a form as a browser does that was shown one: names and values in turn. */
    HttpResponse<String> form(String path, String... fields) {
      List<String> all = new ArrayList<>(List.of(fields));
      all.addAll(List.of("csrf", token()));
      return post(path, FORM, encoded(all));
    }

    /** The form token that this browser holds; a first visit gives it one. */
    String token() {
      if (cookie("racecard_form").isEmpty()) {
        get("/login");
        get("/");
      }
      return cookie("racecard_form").orElseThrow();
    }

    /** Follows a redirect that an answer asks for. */
    HttpResponse<String> follow(HttpResponse<String> answer) {
      if (answer.statusCode() != 303) {
        throw new AssertionError(answer.statusCode() + " " + answer.body());
      }
      return get(location(answer));
    }

    Optional<String> cookie(String name) {
      return cookies.getCookieStore().getCookies().stream()
          .filter(cookie -> cookie.getName().equals(name))
          .map(HttpCookie::getValue)
          .findFirst();
    }

    /** Makes a run by the API and gives its id. */
    String submit(String json) {
      HttpResponse<String> answer = postJson("/api/v1/runs", json);
      if (answer.statusCode() != 201) {
        throw new AssertionError(answer.statusCode() + " " + answer.body());
      }
      return json(answer).required("id").stringValue();
    }

    private HttpRequest.Builder request(String path, String... headers) {
      HttpRequest.Builder request = HttpRequest.newBuilder(at(path)).timeout(LIMIT);
      if (headers.length > 0) {
        request.headers(headers);
      }
      return request;
    }

    private HttpResponse<String> send(HttpRequest request) {
      try {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new AssertionError(interrupted);
      }
    }
  }

  static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }

  static String encoded(List<String> fields) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < fields.size(); i += 2) {
      body.append(i == 0 ? "" : "&")
          .append(URLEncoder.encode(fields.get(i), StandardCharsets.UTF_8))
          .append('=')
          .append(URLEncoder.encode(fields.get(i + 1), StandardCharsets.UTF_8));
    }
    return body.toString();
  }

  static JsonNode json(HttpResponse<String> answer) {
    return JSON.readTree(answer.body());
  }
}
