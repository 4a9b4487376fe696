package dev.gradus.lab.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Paths, methods, types, lengths, JSON: over real sockets. */
@SuppressWarnings("NullAway") // a key that is not there fails the test
class ServerTest {
  private static Site site;

  @BeforeAll
  static void open() throws IOException {
    site =
        new Site(
            new Patience(10_000, 10_000, 10_000, 10_000),
            Route.open("/", request -> Site.text("page")),
            Route.post("/api/echo", Route.Wants.JSON, request -> echo(request)),
            Route.post(
                "/api/table",
                Route.Wants.TABLE,
                request -> Site.text(request.body().length() + " " + request.name().orElse("-"))),
            Route.get(
                "/api/broken",
                request -> {
                  throw new IllegalStateException("on purpose");
                }));
  }

  @AfterAll
  static void close() {
    site.close();
  }

  private static Answer echo(Request request) {
    return Answer.json(Map.of("body", request.object().values()));
  }

  private static Wire.Reply json(String body) throws IOException {
    return site.post("/api/echo", "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void anUnknownPathGetsTheSameTextWhateverItIs() throws IOException {
    String wanted = "";
    for (String path :
        List.of(
            "/nothing",
            "/../../etc/passwd",
            "/..%2f..%2fetc/passwd",
            "/%2e%2e/%2e%2e/etc/passwd",
            "/index.html/",
            "/api",
            "/api/echo/",
            "/%3Cscript%3E")) {
      Wire.Reply reply = site.ask("GET " + path + " HTTP/1.1", site.host(), Site.token());
      assertThat(reply.status()).as(path).isEqualTo(404);
      wanted = wanted.isEmpty() ? reply.text() : wanted;
      assertThat(reply.text()).isEqualTo(wanted).doesNotContain("passwd").doesNotContain("script");
    }
  }

  @Test
  void anotherMethodIsToldWhichOneIsWanted() throws IOException {
    for (String method : List.of("PUT", "DELETE", "OPTIONS", "BREW", "POST")) {
      Wire.Reply reply = site.ask(method + " / HTTP/1.1", site.host());
      assertThat(reply.status()).as(method).isEqualTo(405);
      assertThat(reply.headers()).containsEntry("allow", "GET");
    }
    Wire.Reply reply = site.ask("GET /api/echo HTTP/1.1", site.host(), Site.token());
    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.headers()).containsEntry("allow", "POST");
  }

  @Test
  void headIsNoMethodHereAndGetsNoBody() throws IOException {
    try (Wire wire = site.wire()) {
      wire.head("HEAD / HTTP/1.1", site.host(), "Connection: close");
      assertThat(wire.line()).startsWith("HTTP/1.1 405");
    }
  }

  @Test
  void theTypeOfABodyIsEnforced() throws IOException {
    byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
    assertThat(site.post("/api/echo", "application/json", body).status()).isEqualTo(200);
    assertThat(site.post("/api/echo", "Application/JSON; charset=utf-8", body).status())
        .isEqualTo(200);
    for (String type : List.of("text/plain", "text/csv", "application/x-www-form-urlencoded", "")) {
      assertThat(site.post("/api/echo", type, body).status()).as(type).isEqualTo(415);
    }
    assertThat(site.post("/api/table", "application/json", body).status()).isEqualTo(415);
  }

  @Test
  void aLongBodyIsRefusedAndTheAnswerArrives() throws IOException {
    assertThat(site.post("/api/echo", "application/json", new byte[2_000_000]).status())
        .isEqualTo(413);
    Wire.Reply table = site.post("/api/table", "text/csv", new byte[2_000_000]);
    assertThat(table.text()).isEqualTo("2000000 -");
    Wire.Reply announced =
        site.ask(
            "POST /api/table HTTP/1.1",
            site.host(),
            Site.token(),
            "Content-Type: text/csv",
            "Connection: close",
            "Content-Length: " + ((64 << 20) + 1));
    assertThat(announced.status()).isEqualTo(413);
  }

  @Test
  void aLongBodyWithoutAnnouncementIsCutOff() throws IOException {
    try (Wire wire = site.wire()) {
      wire.head(
          "POST /api/echo HTTP/1.1",
          site.host(),
          Site.token(),
          "Content-Type: application/json",
          "Transfer-Encoding: chunked");
      byte[] chunk = new byte[1 << 16];
      for (int i = 0; i < 20; i++) {
        wire.send("10000\r\n").send(chunk).send("\r\n");
      }
      assertThat(wire.send("0\r\n\r\n").reply().status()).isEqualTo(413);
    }
  }

  @Test
  void chunksAreTaken() throws IOException {
    try (Wire wire = site.wire()) {
      Wire.Reply reply =
          wire.head(
                  "POST /api/echo HTTP/1.1",
                  site.host(),
                  Site.token(),
                  "Content-Type: application/json",
                  "Transfer-Encoding: chunked")
              .send("4\r\n{\"a\"\r\n3\r\n:1}\r\n0\r\n\r\n")
              .reply();
      assertThat(reply.text()).isEqualTo("{\"body\":{\"a\":1}}");
    }
  }

  @Test
  void aBodyOfTwoLengthsIsRefused() throws IOException {
    String[] twice = {
      "POST /api/echo HTTP/1.1",
      site.host(),
      Site.token(),
      "Content-Type: application/json",
      "Content-Length: 2",
      "Content-Length: 2"
    };
    assertThat(site.ask(twice).status()).isEqualTo(400);
    twice[5] = "Transfer-Encoding: chunked";
    assertThat(site.ask(twice).status()).isEqualTo(400);
    twice[4] = "Transfer-Encoding: gzip";
    assertThat(site.ask(twice).status()).isIn(400, 501);
    twice[4] = "Content-Length: -2";
    twice[5] = "Accept: */*";
    assertThat(site.ask(twice).status()).isEqualTo(400);
    twice[4] = "Content-Length: 2, 2";
    assertThat(site.ask(twice).status()).isEqualTo(400);
  }

  @Test
  void badJsonIsRefusedWithItsPlace() throws IOException {
    assertThat(json("{\"a\":1}").status()).isEqualTo(200);
    for (String bad :
        List.of(
            "{",
            "{\"a\":NaN}",
            "{\"a\":Infinity}",
            "{\"a\":1e400}",
            "{\"a\":1,\"a\":2}",
            "{\"a\":1} 2",
            "{\"a\":null}",
            "{'a':1}",
            "{\"a\":01}",
            "{\"a\":1,}",
            "[".repeat(33) + "]".repeat(33))) {
      Wire.Reply reply = json(bad);
      assertThat(reply.status()).as(bad).isEqualTo(400);
      assertThat(reply.code()).isEqualTo("request.json");
    }
    byte[] latin = {'{', '"', (byte) 0xe4, '"', ':', '1', '}'};
    assertThat(site.post("/api/echo", "application/json", latin).status()).isEqualTo(400);
    assertThat(json("[1]").status()).isEqualTo(422);
  }

  @Test
  void whatIsSentAsUserTextComesBackAsJsonAndNothingElse() throws IOException {
    Wire.Reply reply = json("{\"a\":\"<script>alert(1)</script>\\u0000\\\"\"}");
    assertThat(reply.headers().get("content-type")).isEqualTo("application/json");
    assertThat(reply.json().toString()).contains("<script>alert(1)</script>");
  }

  @Test
  void aFaultOfOurOwnIsToldAndTheServerGoesOn() throws IOException {
    Wire.Reply reply = site.ask("GET /api/broken HTTP/1.1", site.host(), Site.token());
    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.message()).contains("on purpose");
    assertThat(site.ask("GET / HTTP/1.1", site.host()).status()).isEqualTo(200);
  }

  @Test
  void aBodyWhereNoneIsWantedIsRefused() throws IOException {
    try (Wire wire = site.wire()) {
      wire.head("GET / HTTP/1.1", site.host(), "Content-Length: 3").send("abc");
      assertThat(wire.reply().status()).isEqualTo(413);
    }
  }

  @Test
  void aNameIsDecoded() throws IOException {
    try (Wire wire = site.wire()) {
      wire.head(
              "POST /api/table HTTP/1.1",
              site.host(),
              Site.token(),
              "X-Gradus-Name: %E6%95%B0.csv",
              "Content-Type: text/csv",
              "Content-Length: 1")
          .send("a");
      assertThat(wire.reply().text()).isEqualTo("1 数.csv");
    }
  }
}
