package dev.gradus.tabular.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.matrix.Precision;
import org.junit.jupiter.api.Test;

class ParameterSourceTest {
  @Test
  void noConstantIsTooLongForAClassFile() {
    ParameterSource source = new ParameterSource(new double[40_000], Precision.FLOAT64);
    assertThat(source.size()).isEqualTo(320_000);
    assertThat(source.nested().lines()).hasSizeGreaterThan(9).allMatch(l -> l.length() < 65_535);
    assertThat(source.nested().split("class Parameters")).hasSize(2);
  }

  @Test
  void manyPartsAreSpreadOverClasses() {
    int numbers = 36_864 / 4 * 251; // one part more than a class holds
    ParameterSource source = new ParameterSource(new double[numbers], Precision.FLOAT32);
    assertThat(source.calls().lines()).hasSize(2);
  }
}
