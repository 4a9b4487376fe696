package dev.gradus.tabular.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HiddenLayersTest {
  @Test
  void widthsAreReadInTheirOrder() throws Exception {
    assertThat(new HiddenLayers().read("16")).containsExactly(16);
    assertThat(new HiddenLayers().read("16, 32,1")).containsExactly(16, 32, 1);
  }

  @Test
  void theLayerAtFaultIsNamed() {
    assertThatThrownBy(() -> new HiddenLayers().read("8,-3"))
        .hasMessage("layer 2 has -3 units; wants 1 to 16777216");
    assertThatThrownBy(() -> new HiddenLayers().read("8,9,-"))
        .hasMessage("layer 3: \"-\" is not a whole number; wants 1 to 16777216");
    assertThatThrownBy(() -> new HiddenLayers().read("1,".repeat(2000) + "1"))
        .hasMessage("2001 layers; wants at most 511");
  }
}
