package dev.gradus.tabular.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class AxisTest {

  @Test
  void stepsAreOneTwoOrFiveTimesAPowerOfTen() {
    String[][] wantedAndNice = {
      {"1", "1"},
      {"1.4", "1"},
      {"1.6", "2"},
      {"3.6", "5"},
      {"7.6", "10"},
      {"0.03", "0.02"},
      {"4.1E+307", "5E+307"},
      {"2E-310", "2E-310"}
    };
    for (String[] pair : wantedAndNice) {
      assertThat(Axis.niceStep(new BigDecimal(pair[0])))
          .as(pair[0])
          .isEqualByComparingTo(new BigDecimal(pair[1]));
    }
  }

  @Test
  void multiplesIncludeBothEnds() {
    assertThat(Axis.multiples(new BigDecimal("0.5"), new BigDecimal("-0.5"), new BigDecimal("0.9")))
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactly(new BigDecimal("-0.5"), BigDecimal.ZERO, new BigDecimal("0.5"));
  }
}
