package dev.gradus.lab.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may ask, over real sockets. */
@SuppressWarnings("NullAway") // a key that is not there fails the test
class GateTest {
  private static Site site;

  @BeforeAll
  static void open() throws IOException {
    site =
        new Site(
            Route.open("/", request -> Site.text("page")),
            Route.get("/api/secret", request -> Site.text("secret")),
            Route.post("/api/do", Route.Wants.JSON, request -> Site.text("done")));
  }

  @AfterAll
  static void close() {
    site.close();
  }

  private static int status(String... head) throws IOException {
    return site.ask(head).status();
  }

  @Test
  void hostIsOneOfThreeNamesWithThePort() throws IOException {
    for (String name : List.of("127.0.0.1", "localhost", "[::1]")) {
      assertThat(status("GET / HTTP/1.1", "Host: " + name + ":" + site.port())).isEqualTo(200);
    }
    for (String foreign :
        List.of(
            "evil.example",
            "evil.example:" + site.port(),
            "127.0.0.1",
            "localhost",
            "127.0.0.1:1",
            "127.0.0.1:" + site.port() + "0",
            "LOCALHOST.:" + site.port(),
            "127.0.0.1:" + site.port() + ".evil.example",
            "")) {
      assertThat(status("GET / HTTP/1.1", "Host: " + foreign)).as(foreign).isEqualTo(421);
    }
  }

  @Test
  void noHostAndTwoHostsAreRefused() throws IOException {
    assertThat(status("GET / HTTP/1.1")).isEqualTo(400);
    assertThat(status("GET / HTTP/1.1", site.host(), site.host())).isEqualTo(400);
    assertThat(status("GET / HTTP/1.1", site.host(), "Host: evil.example")).isEqualTo(400);
    assertThat(status("GET / HTTP/1.1", site.host(), "host: evil.example")).isEqualTo(400);
  }

  @Test
  void anAddressInTheRequestLineDoesNotReplaceTheHost() throws IOException {
    assertThat(status("GET http://127.0.0.1:" + site.port() + "/ HTTP/1.1", "Host: evil.example"))
        .isEqualTo(421);
  }

  @Test
  void aForeignOriginIsRefusedAlsoWithTheToken() throws IOException {
    String own = "Origin: http://127.0.0.1:" + site.port();
    assertThat(status("GET /api/secret HTTP/1.1", site.host(), Site.token(), own)).isEqualTo(200);
    for (String foreign :
        List.of(
            "http://evil.example",
            "null",
            "https://127.0.0.1:" + site.port(),
            "http://127.0.0.1",
            "http://127.0.0.1:" + site.port() + ".evil.example",
            "http://127.0.0.1:" + (site.port() == 65535 ? 1 : site.port() + 1))) {
      assertThat(
              status("GET /api/secret HTTP/1.1", site.host(), Site.token(), "Origin: " + foreign))
          .as(foreign)
          .isEqualTo(403);
    }
    assertThat(status("GET / HTTP/1.1", site.host(), own, own)).isEqualTo(400);
  }

  @Test
  void whatABrowserSaysOfAnotherSiteIsBelieved() throws IOException {
    for (String fetch : List.of("same-origin", "none")) {
      assertThat(status("GET / HTTP/1.1", site.host(), "Sec-Fetch-Site: " + fetch)).isEqualTo(200);
    }
    for (String fetch : List.of("cross-site", "same-site", "")) {
      assertThat(status("GET / HTTP/1.1", site.host(), "Sec-Fetch-Site: " + fetch)).isEqualTo(403);
    }
  }

  @Test
  void thePageNeedsNoTokenAndTheApiDoes() throws IOException {
    assertThat(status("GET / HTTP/1.1", site.host())).isEqualTo(200);
    assertThat(status("GET /api/secret HTTP/1.1", site.host(), Site.token())).isEqualTo(200);
    assertThat(status("GET /api/secret HTTP/1.1", site.host())).isEqualTo(401);
    assertThat(status("GET /api/secret HTTP/1.1", site.host(), "X-Gradus-Token:")).isEqualTo(401);
    assertThat(status("GET /api/secret HTTP/1.1", site.host(), Site.token() + "x")).isEqualTo(401);
    assertThat(status("GET /api/secret HTTP/1.1", site.host(), Site.token(), Site.token()))
        .isEqualTo(401);
    assertThat(status("GET /api/secret?token=" + Site.TOKEN + " HTTP/1.1", site.host()))
        .isEqualTo(401);
  }

  @Test
  void refusalsAreErrorsOfTheApiAndCarryTheProtectingHeaders() throws IOException {
    Wire.Reply reply = site.ask("GET / HTTP/1.1", "Host: evil.example");
    assertThat(reply.code()).isEqualTo("http.host");
    assertThat(reply.message()).isEqualTo("this page is served to 127.0.0.1 only");
    assertThat(reply.headers())
        .containsEntry("x-content-type-options", "nosniff")
        .containsEntry("x-frame-options", "DENY")
        .containsEntry("referrer-policy", "no-referrer")
        .containsKey("content-security-policy");
  }
}
