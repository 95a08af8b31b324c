package racecard.jvm.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import racecard.jvm.checksum.Modulus;

class ResponseTest {
  private static final String BODY = "Hello, this body is longer than a word of eight bytes.";

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 64, 10_000})
  void a_body_of_known_length_is_read_however_it_is_cut(int piece) throws HttpError {
    Response response = new Response();

    boolean complete = feed(response, known(BODY), piece);

    assertThat(complete).isTrue();
    assertThat(response.value()).isEqualTo(value(BODY));
    assertThat(response.keepAlive()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 64, 10_000})
  void a_chunked_body_is_read_however_it_is_cut(int piece) throws HttpError {
    String first = BODY.substring(0, 17);
    String second = BODY.substring(17);
    String text =
        "HTTP/1.1 200 OK\r\ntransfer-encoding: Chunked\r\n\r\n11;name=x\r\n"
            + first
            + "\r\n"
            + Integer.toHexString(second.length())
            + "\r\n"
            + second
            + "\r\n0\r\nTrailer: x\r\n\r\n";
    Response response = new Response();

    assertThat(feed(response, text, piece)).isTrue();
    assertThat(response.value()).isEqualTo(value(BODY));
  }

  @Test
  void a_body_without_a_length_ends_with_the_connection() throws HttpError {
    Response response = new Response();

    assertThat(feed(response, "HTTP/1.1 200 OK\r\n\r\n" + BODY, 9)).isFalse();
    response.end();

    assertThat(response.value()).isEqualTo(value(BODY));
    assertThat(response.keepAlive()).isFalse();
  }

  @Test
  void an_empty_body_is_complete_with_its_head() throws HttpError {
    Response response = new Response();

    assertThat(feed(response, known(""), 5)).isTrue();
    assertThat(response.value()).isZero();
  }

  @Test
  void an_interim_answer_is_passed_over() throws HttpError {
    Response response = new Response();

    assertThat(feed(response, "HTTP/1.1 100 Continue\r\n\r\n" + known(BODY), 11)).isTrue();
    assertThat(response.value()).isEqualTo(value(BODY));
  }

  @Test
  void a_server_that_closes_is_not_asked_again() throws HttpError {
    Response closing = new Response();
    feed(closing, "HTTP/1.1 200 OK\r\nConnection: Close\r\nContent-Length: 0\r\n\r\n", 100);
    Response old = new Response();
    feed(old, "HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n", 100);

    assertThat(closing.keepAlive()).isFalse();
    assertThat(old.keepAlive()).isFalse();
  }

  @Test
  void a_redirect_is_an_error() {
    assertBad("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/\r\n\r\n", "status 302");
  }

  @Test
  void what_is_no_good_answer_says_why() {
    assertBad("SSH-2.0-OpenSSH\r\n", "not an HTTP/1.1 answer");
    assertBad("HTTP/1.1 abc\r\n", "not a number in status");
    assertBad("HTTP/1.1 200 OK\r\nno colon\r\n", "not a header line");
    assertBad("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n", "not a number in Content-Length");
    assertBad("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n", "two different");
    assertBad("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n", "transfer encoding");
    assertBad(known(BODY) + "x", "more bytes");
    assertBad("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", "size of a chunk");
    assertBad(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n", "longer than it said");
    assertBad("HTTP/1.1 200 OK\r\nX: " + "x".repeat(70_000), "64 KiB of head");
  }

  @Test
  void a_connection_that_ends_too_early_is_an_error() throws HttpError {
    Response nothing = new Response();
    assertThatThrownBy(nothing::end).hasMessageContaining("before an answer");

    Response half = new Response();
    feed(half, known(BODY).substring(0, known(BODY).length() - 10), 100);
    assertThatThrownBy(half::end).hasMessageContaining("bytes of body");
  }

  private static void assertBad(String text, String words) {
    assertThatThrownBy(() -> feed(new Response(), text, 1_000))
        .isInstanceOf(HttpError.class)
        .hasMessageContaining(words);
  }

  private static String known(String body) {
    return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  private static boolean feed(Response response, String text, int piece) throws HttpError {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    boolean complete = false;
    for (int at = 0; at < bytes.length; at += piece) {
      complete = response.accept(ByteBuffer.wrap(bytes, at, Math.min(piece, bytes.length - at)));
    }
    return complete;
  }

  private static long value(String body) {
    return new BigInteger(1, body.getBytes(StandardCharsets.US_ASCII))
        .add(BigInteger.valueOf(body.length()))
        .mod(BigInteger.valueOf(Modulus.P))
        .longValue();
  }
}
