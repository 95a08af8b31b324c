// %% power hash
static final Executor EXECUTOR = Executors.newFixedThreadPool($in_flight);

$compute

CompletableFuture<Object> task(int i) {
  return CompletableFuture.supplyAsync(() -> {
    try {
      return compute(i);
    } catch (Exception failure) {
      throw new CompletionException(failure);
    }
  }, EXECUTOR);
}

// %% sleep
static final Executor LOOP = Executors.newSingleThreadExecutor();

CompletableFuture<Object> task(int i) {
  var later = CompletableFuture.delayedExecutor($sleep_ms, TimeUnit.MILLISECONDS, LOOP);
  return CompletableFuture.supplyAsync(() -> i, later);
}

// %% mixed
static final Executor LOOP = Executors.newSingleThreadExecutor();
static final Executor EXECUTOR = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

$compute

CompletableFuture<Object> task(int i) {
  return later().thenApplyAsync(_ -> {
    try {
      return compute(i);
    } catch (Exception failure) {
      throw new CompletionException(failure);
    }
  }, EXECUTOR).thenCompose(digest -> later().thenApply(_ -> digest));
}

CompletableFuture<Void> later() {
  return CompletableFuture.runAsync(
      () -> {}, CompletableFuture.delayedExecutor($wait_ns, TimeUnit.NANOSECONDS, LOOP));
}

// %% fetch
import java.net.http.*;
static final List<String> URLS = $urls;
static final Executor LOOP = Executors.newSingleThreadExecutor();
static final HttpClient CLIENT =
    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(LOOP).build();

CompletableFuture<Integer> task(int i) {
  var size = CompletableFuture.completedFuture(0);
  for (var url : URLS) {
    size = size.thenCompose(before -> download(url).thenApply(body -> before + body.length));
  }
  return size;
}

CompletableFuture<byte[]> download(String url) {
  var request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(30)).build();
  return CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray()).thenApply(HttpResponse::body);
}
