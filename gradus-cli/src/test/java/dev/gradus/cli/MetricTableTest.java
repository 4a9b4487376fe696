package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.tabular.metric.RegressionMetrics;
import dev.gradus.tabular.model.Evaluation;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetricTableTest {
  @Test
  void numbersStandBelowEachOtherWithFewerDigitsWhereTheyAreLarge() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Terminal terminal = new Terminal(out, new ByteArrayOutputStream(), Manner.PLAIN);
    Evaluation evaluation =
        new Evaluation.Regression(
            new RegressionMetrics(3, 0.98765, 123.456, 99.99994, 12345.6),
            new RegressionMetrics(3, -0.5, 1e6, 0, 1),
            Optional.of(new RegressionMetrics(3, 0.5, 2, 1e10, -0.0)));
    MetricTable.show("test, 3 rows", evaluation, new Page(terminal));
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            test, 3 rows                        model     baseline       linear
            R²                                 0.9877      -0.5000       0.5000
            RMSE                               123.46      1000000       2.0000
            MAE                               99.9999       0.0000    1.000e+10
            median absolute error               12346       1.0000       0.0000
            """);
  }
}
