package dev.gradus.tabular.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KernelSourceTest {
  @Test
  void whatIsCalledComesWithWhatItCalls() {
    assertThat(KernelSource.calledBy("Math.max(0, v)")).isEmpty();
    assertThat(KernelSource.calledBy("Gated.silu(v)"))
        .contains("static class Coefficients {", "static class Elementary extends Coefficients {")
        .contains("static class Gated extends Elementary {")
        .doesNotContain("Logistic", "import ", "package ");
    assertThat(KernelSource.calledBy("Elementary.exp(v)")).doesNotContain("Gated");
  }
}
