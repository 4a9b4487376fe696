package dev.gradus.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class VariantsTest {

  @Test
  void tellsARatioForEach() {
    List<Variant> some =
        Variant.all().stream()
            .filter(variant -> List.of("relu", "gelu", "adagrad").contains(variant.name()))
            .toList();
    assertThat(new Variants(1, 1, 1).measured(some).lines())
        .hasSize(4)
        .satisfies(lines -> assertThat(lines.get(0)).startsWith("W2 with"))
        .satisfies(lines -> assertThat(lines.get(1)).startsWith("relu").contains("1.00 ×"))
        .satisfies(lines -> assertThat(lines.get(2)).startsWith("gelu").contains("≤ 1.35"));
  }

  @Test
  void everyActivationAndOptimizerIsThere() {
    assertThat(Variant.all().stream().map(Variant::name))
        .startsWith("relu", "gelu", "silu", "tanh")
        .contains("mish", "prelu", "relu, dropout", "batch_norm, relu", "layer_norm, relu")
        .contains("sgd", "nadam", "clipping by norm")
        .doesNotContain("lbfgs", "adam");
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatExceptionOfType(WrongUse.class)
        .isThrownBy(() -> Variants.command(List.of("--peers")))
        .withMessage("unknown flag --peers; see ./gradus bench --help");
  }
}
