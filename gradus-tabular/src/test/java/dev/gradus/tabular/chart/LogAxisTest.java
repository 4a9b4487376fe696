package dev.gradus.tabular.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogAxisTest {

  private static List<String> labels(double low, double high) {
    return new LogAxis(new Range(low, high)).ticks().stream().map(Axis.Tick::label).toList();
  }

  @Test
  void hasATickForEachDecade() {
    assertThat(labels(-3.1, 0.2)).containsExactly("0.001", "0.01", "0.1", "1");
    assertThat(labels(-7.5, -3.5)).containsExactly("10⁻⁷", "10⁻⁶", "10⁻⁵", "10⁻⁴");
  }

  @Test
  void addsTwoAndFiveWhereDecadesAreFew() {
    assertThat(labels(-0.8, 1.2)).containsExactly("0.2", "0.5", "1", "2", "5", "10");
    assertThat(labels(-7.1, -6.2)).containsExactly("10⁻⁷", "2×10⁻⁷", "5×10⁻⁷");
  }

  @Test
  void takesLinearStepsInNarrowRanges() {
    assertThat(labels(-0.56, -0.39))
        .containsExactly("0.28", "0.3", "0.32", "0.34", "0.36", "0.38", "0.4");
  }

  @Test
  void skipsDecadesWhereTheyAreMany() {
    List<String> labels = labels(-330, 320);

    assertThat(labels).hasSizeBetween(5, 9).contains("10⁰").doesNotHaveDuplicates();
  }

  @Test
  void placesTicksWhereTheirValuesLie() {
    LogAxis axis = new LogAxis(new Range(-0.5, 1.5));

    for (Axis.Tick tick : axis.ticks()) {
      assertThat(axis.at(Double.parseDouble(tick.label()))).isCloseTo(tick.at(), within(1e-12));
    }
  }

  @Test
  void hasTicksWhateverTheRange() {
    for (double low = -323; low < 308; low += 7.3) {
      for (double span : new double[] {0.2, 0.35, 0.7, 1, 1.9, 2.5, 3.1, 9, 40}) {
        assertThat(labels(low, low + span)).as("%s + %s", low, span).hasSizeBetween(2, 13);
      }
    }
  }
}
