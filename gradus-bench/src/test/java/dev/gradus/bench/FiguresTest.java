package dev.gradus.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0.04512    | 0.04512
          0.51234    | 0.5123
          1          | 1.000
          45.1949    | 45.19
          155249     | 155,200
          1090000    | 1,090,000
          0          | 0.000
          NaN        | –
          """)
  void fourDigitsAreShown(double value, String shown) {
    assertThat(Figures.plain(value)).isEqualTo(shown);
  }

  @Test
  void theLocaleDoesNotMatter() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertThat(Figures.plain(155_249)).isEqualTo("155,200");
      assertThat(Figures.ratio(1.434)).isEqualTo("1.43 ×");
      assertThat(Figures.percent(0.634)).isEqualTo("63 %");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void endsAreShownIfThereWereSeveralRuns() {
    assertThat(Figures.spread(new Spread(2, 1, 3, 3))).isEqualTo("2.000 (1.000 – 3.000)");
    assertThat(Figures.spread(new Spread(2, 2, 2, 1))).isEqualTo("2.000");
    assertThat(Figures.percent(0.0184)).isEqualTo("1.8 %");
    assertThat(Figures.ratio(Double.NaN)).isEqualTo("–");
  }
}
