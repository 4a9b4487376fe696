package dev.gradus.tabular.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WireTest {
  @Test
  void aNumberTakesSevenBitsAByte() {
    // the example of the format's own description: field 1, 150
    assertThat(new Wire().put(1, 150).bytes()).containsExactly(0x08, 0x96, 0x01);
  }

  @Test
  void aTextHasItsLengthBeforeIt() {
    assertThat(new Wire().put(2, "testing").bytes())
        .containsExactly(0x12, 7, 't', 'e', 's', 't', 'i', 'n', 'g');
    assertThat(new Wire().put(3, new Wire().put(1, 150)).bytes())
        .containsExactly(0x1a, 3, 0x08, 0x96, 0x01);
  }

  @Test
  void aNegativeNumberTakesTenBytes() {
    assertThat(new Wire().put(1, -1).bytes()).hasSize(11);
  }

  @Test
  void aFloatTakesFourBytes() {
    assertThat(new Wire().put(2, 1.5f).bytes())
        .containsExactly((byte) 0x15, (byte) 0, (byte) 0, (byte) 0xc0, (byte) 0x3f);
  }
}
