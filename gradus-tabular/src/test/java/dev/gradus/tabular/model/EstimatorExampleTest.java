package dev.gradus.tabular.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EstimatorExampleTest {
  @Test
  void aProductIsLearnedByTheBuilder() throws Exception {
    String said = ModuleExample.run("Estimator.java");
    assertThat(said).startsWith("greatest error along y = -0.5: ");
    assertThat(Double.parseDouble(said.substring(said.lastIndexOf(' ')))).isBetween(0.0, 0.1);
  }
}
