package dev.gradus.tabular.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DashesTest {

  @Test
  void goOnAcrossTheCornersOfTheLine() {
    // ten pixels to the right in steps of one, then ten up: dash 7, gap 4, dash 7, gap 2 of 4
    double[] xs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10};
    double[] ys = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5};
    List<Trace.Run> dashes = Dashes.of(new Trace.Run(xs, ys), new float[] {7, 4}, 1, 2);

    assertThat(dashes).hasSize(2);
    assertThat(dashes.get(0).xs).startsWith(0, 1).endsWith(6, 7);
    assertThat(dashes.get(1).xs).containsOnly(10);
    assertThat(dashes.get(1).ys).containsExactly(0.5, 4);
  }

  @Test
  void ofAPointOrALineWithoutLengthAreNone() {
    double[] one = {3};
    double[] same = {3, 3};
    float[] lengths = {7, 4};

    assertThat(Dashes.of(new Trace.Run(one, one), lengths, 1, 1)).isEmpty();
    assertThat(Dashes.of(new Trace.Run(same, same), lengths, 1, 1))
        .allSatisfy(dash -> assertThat(Arrays.stream(dash.xs)).containsOnly(3.0));
  }
}
