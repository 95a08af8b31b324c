// %% power hash
$compute

// %% sleep
Object task(int i) throws Exception {
  Thread.sleep($sleep_ms);
  return i;
}

// %% mixed
$compute

Object task(int i) throws Exception {
  Thread.sleep(Duration.ofNanos($wait_ns));
  var digest = compute(i);
  Thread.sleep(Duration.ofNanos($wait_ns));
  return digest;
}

// %% fetch
import java.net.http.*;
static final List<String> URLS = $urls;
static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

Object task(int i) throws Exception {
  int size = 0;
  for (var url : URLS) {
    var request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(30)).build();
    size += CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray()).body().length;
  }
  return size;
}
