package dev.gradus.lab.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Half-sent requests, pipelines, crowds, resets, listeners who do not listen. */
@SuppressWarnings("NullAway") // a key that is not there fails the test
@Timeout(120) // hangs where the guard is missing
class RudenessTest {
  private static final Route PAGE = Route.open("/", request -> Site.text("page"));
  private static final Route DO =
      Route.post("/api/do", Route.Wants.JSON, request -> Site.text("done"));
  private static final Patience STANDARD = Patience.STANDARD;

  private static void stillServes(Site site) throws IOException {
    assertThat(site.ask("GET / HTTP/1.1", site.host()).status()).isEqualTo(200);
  }

  @Test
  void halfARequestIsDroppedWithinTenSeconds() {
    assertThat(STANDARD.head()).isLessThan(10_000);
    assertThat(STANDARD.piece()).isLessThan(10_000);
  }

  @Test
  void halfAHeadIsDroppedAndBlocksNobody() throws IOException {
    try (Site site = new Site(PAGE)) {
      List<Wire> halves = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        halves.add(site.wire().send("GET / HTTP/1.1\r\nHost: 127"));
      }
      stillServes(site);
      for (Wire half : halves) {
        assertThat(half.ends()).isTrue();
        half.close();
      }
      stillServes(site);
    }
  }

  @Test
  void halfABodyIsDroppedAndBlocksNobody() throws IOException {
    try (Site site = new Site(PAGE, DO)) {
      List<Wire> halves = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        Wire half = site.wire();
        half.head(
                "POST /api/do HTTP/1.1",
                site.host(),
                Site.token(),
                "Content-Type: application/json",
                i % 2 == 0 ? "Content-Length: 100" : "Transfer-Encoding: chunked")
            .send(i % 2 == 0 ? "{\"a\":" : "64\r\n{\"a\":");
        halves.add(half);
      }
      stillServes(site);
      byte[] body = {'{', '}'};
      assertThat(site.post("/api/do", "application/json", body).status()).isEqualTo(200);
      for (Wire half : halves) {
        assertThat(half.ends()).isTrue();
        half.close();
      }
      stillServes(site);
    }
  }

  @Test
  void aPipelineIsAnsweredInItsOrder() throws IOException {
    try (Site site = new Site(STANDARD, PAGE, DO)) {
      String get = "GET / HTTP/1.1\r\n" + site.host() + "\r\n\r\n";
      String post =
          "POST /api/do HTTP/1.1\r\n"
              + site.host()
              + "\r\n"
              + Site.token()
              + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
      String lost = get.replace("GET /", "GET /lost");
      try (Wire wire = site.wire()) {
        wire.send(get + post + lost + get + post);
        assertThat(wire.reply().text()).isEqualTo("page");
        assertThat(wire.reply().text()).isEqualTo("done");
        assertThat(wire.reply().status()).isEqualTo(404);
        assertThat(wire.reply().text()).isEqualTo("page");
        assertThat(wire.reply().text()).isEqualTo("done");
      }
    }
  }

  @Test
  void nothingIsReadAfterARequestThatCanBeReadInTwoWays() throws IOException {
    try (Site site = new Site(PAGE)) {
      try (Wire wire = site.wire()) {
        wire.head("POST / HTTP/1.1", site.host(), "Content-Length: 0", "Transfer-Encoding: chunked")
            .send("0\r\n\r\nGET / HTTP/1.1\r\n" + site.host() + "\r\n\r\n");
        assertThat(wire.reply().status()).isIn(0, 400);
        assertThat(wire.ends()).isTrue();
      }
    }
  }

  @Test
  void fiveHundredIdleConnectionsAreNoMatter() throws IOException {
    try (Site site = new Site(STANDARD, PAGE)) {
      List<Wire> idle = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        Wire wire = site.wire();
        if (i % 2 == 0) {
          wire.head("GET / HTTP/1.1", site.host());
          assertThat(wire.reply().status()).isEqualTo(200);
        }
        idle.add(wire);
      }
      stillServes(site);
      for (Wire wire : idle) {
        wire.head("GET / HTTP/1.1", site.host());
        assertThat(wire.reply().status()).isEqualTo(200);
        wire.close();
      }
    }
  }

  @Test
  void resetsInTheMiddleAreNoMatter() throws IOException {
    byte[] large = new byte[4 << 20];
    Route much = Route.open("/much", request -> new Answer.Whole(200, "text/plain", "", large));
    try (Site site = new Site(PAGE, DO, much)) {
      for (int i = 0; i < 50; i++) {
        site.wire().send("GET /").reset();
        site.wire().head("GET /much HTTP/1.1", site.host()).reset();
        Wire half = site.wire();
        half.head(
            "POST /api/do HTTP/1.1",
            site.host(),
            Site.token(),
            "Content-Type: application/json",
            "Content-Length: 1000");
        half.send("{").reset();
      }
      stillServes(site);
    }
  }

  @Test
  void aReaderWhoDoesNotReadIsDropped() throws IOException, InterruptedException {
    byte[] piece = new byte[1 << 16];
    CountDownLatch dropped = new CountDownLatch(1);
    Route endless =
        Route.listen(
            "/api/endless",
            request ->
                new Answer.Streamed(
                    "text/plain",
                    "",
                    to -> {
                      try {
                        while (true) {
                          to.write(piece);
                          to.flush();
                        }
                      } finally {
                        dropped.countDown();
                      }
                    }));
    try (Site site = new Site(PAGE, endless);
        Wire wire = site.wire()) {
      wire.head("GET /api/endless HTTP/1.1", site.host(), Site.token());
      assertThat(dropped.await(60, TimeUnit.SECONDS)).isTrue();
      stillServes(site);
    }
  }

  /** A route whose requests stay at work until they are let go. */
  private static final class Gathering {
    final CountDownLatch go = new CountDownLatch(1);
    final CountDownLatch come;

    Gathering(int wanted) {
      come = new CountDownLatch(wanted);
    }

    Answer answer() {
      come.countDown();
      try {
        go.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return Site.text("done");
    }
  }

  @Test
  void sixtyFourAreAtWorkAndTheNextIsSentAway() throws IOException, InterruptedException {
    Gathering gathering = new Gathering(64);
    Route slow = Route.get("/api/slow", request -> gathering.answer());
    try (Site site = new Site(STANDARD, PAGE, slow)) {
      List<Wire> crowd = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        crowd.add(site.wire().head("GET /api/slow HTTP/1.1", site.host(), Site.token()));
      }
      assertThat(gathering.come.await(60, TimeUnit.SECONDS)).isTrue();
      assertThat(site.ask("GET /api/slow HTTP/1.1", site.host(), Site.token()).status())
          .isEqualTo(503);
      gathering.go.countDown();
      for (Wire wire : crowd) {
        assertThat(wire.reply().text()).isEqualTo("done");
        wire.close();
      }
      stillServes(site);
    }
  }

  @Test
  void thirtyTwoListenAndDoNotKeepOthersFromWork() throws IOException, InterruptedException {
    Gathering gathering = new Gathering(32);
    Route lasting = Route.listen("/api/events", request -> gathering.answer());
    try (Site site = new Site(STANDARD, PAGE, lasting)) {
      List<Wire> crowd = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        crowd.add(site.wire().head("GET /api/events HTTP/1.1", site.host(), Site.token()));
      }
      assertThat(gathering.come.await(60, TimeUnit.SECONDS)).isTrue();
      assertThat(site.ask("GET /api/events HTTP/1.1", site.host(), Site.token()).status())
          .isEqualTo(503);
      stillServes(site);
      gathering.go.countDown();
      for (Wire wire : crowd) {
        assertThat(wire.reply().text()).isEqualTo("done");
        wire.close();
      }
    }
  }
}
