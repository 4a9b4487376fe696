package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.tabular.metric.RegressionMetrics;
import dev.gradus.tabular.model.Evaluation;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MetricTableTest {
  @Test
  void numbersStandBelowEachOtherWithFewerDigitsWhereTheyAreLarge() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Terminal terminal = new Terminal(out, new ByteArrayOutputStream(), Manner.PLAIN);
    Evaluation evaluation =
        new Evaluation.Regression(
            new RegressionMetrics(3, 0.98765, 123.456, 99.99994, 12345.6),
            new RegressionMetrics(3, -0.5, 1e6, 0, 1));
    MetricTable.show("test, 3 rows", evaluation, new Page(terminal));
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            test, 3 rows                            model     baseline
            R²                                     0.9877      -0.5000
            RMSE                                   123.46      1000000
            MAE                                   99.9999       0.0000
            median absolute error                   12346       1.0000
            """);
  }
}
