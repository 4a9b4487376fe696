package dev.gradus.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProductsTest {
  @Test
  void jmhKnowsTheThreeProducts() throws Exception {
    try (InputStream list = getClass().getResourceAsStream("/META-INF/BenchmarkList")) {
      assertThat(list).isNotNull();
      assertThat(new String(list.readAllBytes(), StandardCharsets.UTF_8))
          .contains("affine", "transposeTimes", "timesTranspose");
    }
  }

  @Test
  void anOptionThatJmhDoesNotKnowIsWrongUse() {
    assertThatThrownBy(() -> Products.measure(List.of("--no-such-option")))
        .isInstanceOf(WrongUse.class);
  }
}
