package dev.gradus.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StandardLayerTest {

  @ParameterizedTest
  @EnumSource
  void aLayerMadeOfItsSettingsIsTheSame(StandardLayer entry) {
    Layer standard = entry.standard();
    assertThat(entry.with(standard.settings())).isEqualTo(standard);
    assertThat(standard.kind()).isEqualTo(entry.toString());
    assertThat(standard.outputs(7)).isEqualTo(7);
    assertThat(standard.inner()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void isInTheDocument(StandardLayer entry) throws IOException {
    Path root = Path.of(System.getProperty("gradus.root", ".."));
    assertThat(Files.readString(root.resolve("docs/layers.md"))).contains("| `" + entry + "` | ");
  }

  @ParameterizedTest
  @EnumSource
  void refusesSettingsThatItHasNot(StandardLayer entry) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> entry.with(Map.of("size", 1.0)))
        .withMessageStartingWith(entry + ": wants the settings [");
  }

  @Test
  void settingsGoWhereTheirNamesSay() {
    assertThat(StandardLayer.BATCH_NORM.with(Map.of("epsilon", 1e-3, "momentum", 0.5)))
        .isEqualTo(new BatchNorm(0.5, 1e-3));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StandardLayer.DROPOUT.with(Map.of("rate", 1.0)))
        .withMessage("rate 1.0: wants a number from 0 to below 1");
  }
}
