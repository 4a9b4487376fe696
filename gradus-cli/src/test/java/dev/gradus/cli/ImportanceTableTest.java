package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.tabular.metric.RegressionMetrics;
import dev.gradus.tabular.model.Evaluation;
import dev.gradus.tabular.model.PermutationImportance;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImportanceTableTest {
  @Test
  void theFirstFiveAreShown() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Terminal terminal = new Terminal(out, new ByteArrayOutputStream(), Manner.PLAIN);
    RegressionMetrics none = new RegressionMetrics(1, 0, 0, 0, 0);
    List<PermutationImportance> importance =
        IntStream.range(0, 7)
            .mapToObj(i -> new PermutationImportance("c" + i, 0.5 / (i + 1), 0.01))
            .toList();
    ImportanceTable.show(
        new Evaluation.Regression(none, none, Optional.empty()), importance, new Page(terminal));
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            what it relies on: R² falls by when a column is shuffled
            c0                                 0.5000 ± 0.0100
            c1                                 0.2500 ± 0.0100
            c2                                 0.1667 ± 0.0100
            c3                                 0.1250 ± 0.0100
            c4                                 0.1000 ± 0.0100
            and 2 columns more

            """);
  }
}
