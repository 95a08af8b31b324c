package racecard.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import racecard.catalog.Target;

final class UrlPolicyTest {
  private static UrlPolicy resolvingTo(String... addresses) {
    return UrlPolicy.publicAddresses(
        host -> List.of(addresses).stream().map(InetAddress::ofLiteral).toList());
  }

  @Test
  void without_the_operators_leave_no_url_is_allowed() {
    assertThat(UrlPolicy.none().resolve("http://example.org/"))
        .isInstanceOfSatisfying(
            UrlPolicy.Denied.class, d -> assertThat(d.reason()).contains("--allow-urls public"));
  }

  @Test
  void a_public_url_becomes_a_literal_address() {
    assertThat(resolvingTo("93.184.215.14").resolve("http://example.org:8080/a%20b?c=d"))
        .isEqualTo(
            new UrlPolicy.Allowed(
                new Target("93.184.215.14", 8080, "example.org:8080", "/a%20b?c=d")));
    assertThat(resolvingTo("2606:2800:21f:cb07:6820:80da:af6b:8b2c").resolve("http://example.org"))
        .isInstanceOf(UrlPolicy.Allowed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.255.255.254",
        "0.0.0.0",
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "168.63.129.16",
        "100.64.0.1",
        "192.0.0.192",
        "198.18.0.1",
        "203.0.113.9",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fd00:ec2::254",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "2001:db8::1",
        "2001::1",
        "2002:7f00:1::",
        "3fff::1",
        "100::1",
        "fec0::1"
      })
  void an_address_that_is_not_public_is_refused(String address) {
    assertThat(resolvingTo(address).resolve("http://innocent.example/"))
        .isInstanceOf(UrlPolicy.Denied.class);
  }

  @Test
  void one_private_address_among_public_ones_is_enough_to_refuse() {
    assertThat(resolvingTo("93.184.215.14", "10.0.0.1").resolve("http://mixed.example/"))
        .isEqualTo(new UrlPolicy.Denied("points to 10.0.0.1, which is not a public address"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://example.org/",
        "file:///etc/passwd",
        "https://example.org/",
        "gopher://example.org",
        "http://user:secret@example.org/",
        "http:///path",
        "http://example.org:0/",
        "http://example.org:65536/",
        "//example.org",
        "example.org",
        "",
        "http://a b/",
        "jar:http://example.org!/",
        "javascript:alert(1)"
      })
  void other_schemes_and_odd_urls_are_refused(String url) {
    assertThat(resolvingTo("93.184.215.14").resolve(url)).isInstanceOf(UrlPolicy.Denied.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://2130706433/",
        "http://0x7f.1/",
        "http://127.1/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]/",
        "http://0/",
        "http://localhost./"
      })
  void other_spellings_of_this_machine_are_refused(String url) {
    UrlPolicy policy = UrlPolicy.publicAddresses(host -> List.of(InetAddress.getAllByName(host)));
    assertThat(policy.resolve(url)).isInstanceOf(UrlPolicy.Denied.class);
  }

  @Test
  void letters_beyond_ascii_are_encoded_in_the_request() {
    assertThat(resolvingTo("93.184.215.14").resolve("http://example.org/\u010d\u010a?q=\u00e4"))
        .isEqualTo(
            new UrlPolicy.Allowed(
                new Target("93.184.215.14", 80, "example.org", "/%C4%8D%C4%8A?q=%C3%A4")));
  }

  @Test
  void a_host_that_cannot_be_resolved_is_refused() {
    UrlPolicy policy =
        UrlPolicy.publicAddresses(host -> {
          throw new UnknownHostException(host);
        });
    assertThat(policy.resolve("http://nowhere.example/"))
        .isEqualTo(new UrlPolicy.Denied("has a host that cannot be resolved"));
  }
}
