package dev.gradus.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkloadTest {
  @ParameterizedTest
  @EnumSource
  void eachIsFoundByItsLabelInAnyCaseAndGivesSomething(Workload workload) {
    assertThat(Workload.named(workload.label())).isEqualTo(workload);
    assertThat(Workload.named(workload.name())).isEqualTo(workload);
    assertThat(workload.metrics()).isNotEmpty();
    assertThat(workload.rows() % workload.batch()).isZero();
  }

  @Test
  void anUnknownOneIsRefusedWithTheOnesThatThereAre() {
    assertThatThrownBy(() -> Workload.named("W9"))
        .isInstanceOf(WrongUse.class)
        .hasMessage("\"W9\": no such workload; there are: W1, W1w, W2, W3, W4, W5");
  }
}
