package dev.gradus.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.lab.http.Wire;
import java.io.IOException;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The whole lab, from outside. */
@SuppressWarnings("NullAway") // a key that is not there fails the test
class LabTest {

  @Test
  void theLinkHasATokenOf128BitsThatIsNewEachTime() throws IOException {
    try (Lab one = Lab.open(LabOptions.at(0));
        Lab two = Lab.open(LabOptions.at(0))) {
      assertThat(one.link()).startsWith("http://127.0.0.1:" + one.port() + "/#token=");
      String token = one.link().replaceFirst(".*=", "");
      assertThat(Base64.getUrlDecoder().decode(token).length).isGreaterThanOrEqualTo(16);
      assertThat(two.link()).doesNotContain(token);
    }
  }

  @Test
  void aPortThatIsInUseIsRefused() throws IOException {
    try (Lab lab = Lab.open(LabOptions.at(0))) {
      assertThatThrownBy(() -> Lab.open(LabOptions.at(lab.port())))
          .isInstanceOf(BindException.class);
    }
  }

  private static LabOptions bound(Optional<String> token) {
    return new LabOptions(0, Optional.of("127.0.0.2"), token, Optional.empty(), Optional.empty());
  }

  @Test
  void anotherAddressWantsAToken() {
    assertThatThrownBy(() -> Lab.open(bound(Optional.empty())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("token");
  }

  @Test
  void anotherAddressIsThenAHostToo() throws IOException {
    try (Lab lab = Lab.open(bound(Optional.of("stated")))) {
      assertThat(lab.link()).isEqualTo("http://127.0.0.2:" + lab.port() + "/#token=stated");
      try (Wire wire = new Wire("127.0.0.2", lab.port())) {
        wire.head("GET / HTTP/1.1", "Host: 127.0.0.2:" + lab.port());
        assertThat(wire.reply().status()).isEqualTo(200);
        wire.head("GET / HTTP/1.1", "Host: 127.0.0.3:" + lab.port());
        assertThat(wire.reply().status()).isEqualTo(421);
      }
    }
  }

  @Test
  void thePageComesWithItsFilesAndItsPolicy() throws IOException {
    try (Visitor visitor = new Visitor()) {
      Wire.Reply page = visitor.get("/");
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.headers().get("content-type")).startsWith("text/html");
      assertThat(page.headers().get("content-security-policy"))
          .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(page.text()).doesNotContain("http://", "https://");
      for (String path :
          List.of("/index.html", "/uplot/uPlot.iife.min.js", "/uplot/uPlot.min.css")) {
        assertThat(visitor.get(path).status()).as(path).isEqualTo(200);
      }
      assertThat(visitor.get("/files.txt").status()).isEqualTo(404);
      assertThat(visitor.get("/dev/gradus/lab/Lab.class").status()).isEqualTo(404);
    }
  }

  @Test
  void everyPathOfTheApiWantsTheToken() throws IOException {
    String page =
        new String(
            Wire.class.getResourceAsStream("/dev/gradus/lab/page/files.txt").readAllBytes(),
            StandardCharsets.UTF_8);
    assertThat(page).doesNotContain("api/");
    try (Visitor visitor = new Visitor()) {
      for (String path :
          List.of(
              "state", "events", "tables", "points", "history", "step", "model", "model/form")) {
        try (Wire wire = new Wire(visitor.lab().port())) {
          wire.head("GET /api/" + path + " HTTP/1.1", "Host: 127.0.0.1:" + visitor.lab().port());
          assertThat(wire.reply().status()).as(path).isEqualTo(401);
        }
      }
    }
  }
}
