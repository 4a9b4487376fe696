package dev.gradus.lab.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // a key that is not there fails the test
class RoutesTest {
  private static final Route GET = Route.get("/both", request -> Site.text("got"));
  private static final Route POST =
      Route.post("/both", Route.Wants.MODEL, request -> Site.text("posted"));
  private final Routes routes = new Routes(List.of(GET, POST, Route.open("/", r -> Site.text(""))));

  private int refused(String method, String path) {
    try {
      routes.find(method, path);
      return 0;
    } catch (Refusal e) {
      return e.status();
    }
  }

  @Test
  void aPathMayHaveBothMethods() {
    assertThat(routes.find("GET", "/both")).isSameAs(GET);
    assertThat(routes.find("POST", "/both")).isSameAs(POST);
    assertThat(routes.allowed("/both")).isEqualTo("GET, POST");
    assertThat(routes.allowed("/")).isEqualTo("GET");
  }

  @Test
  void whatIsNotInTheTableIsNotThere() {
    assertThat(refused("GET", "/Both")).isEqualTo(404);
    assertThat(refused("GET", "/both/")).isEqualTo(404);
    assertThat(refused("DELETE", "/nothing")).isEqualTo(404);
    assertThat(refused("DELETE", "/both")).isEqualTo(405);
    assertThat(refused("get", "/both")).isEqualTo(405);
    assertThat(refused("POST", "/")).isEqualTo(405);
  }

  @Test
  void noPathComesTwice() {
    assertThatThrownBy(() -> new Routes(List.of(GET, GET)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("/both");
  }
}
