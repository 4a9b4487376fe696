package dev.gradus.tabular.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumberStyleTest {

  private static List<String> styled(String step, String... ticks) {
    List<BigDecimal> values = new ArrayList<>();
    for (String tick : ticks) {
      values.add(new BigDecimal(tick));
    }
    NumberStyle style = NumberStyle.of(values, new BigDecimal(step));
    return values.stream().map(style::format).toList();
  }

  @Test
  void writesPlainNumbersWithEquallyManyDecimals() {
    assertThat(styled("0.5", "-0.5", "0", "0.5")).containsExactly("−0.5", "0.0", "0.5");
    assertThat(styled("1E+1", "0", "1E+1")).containsExactly("0", "10");
    assertThat(styled("500000", "0", "500000", "1000000"))
        .containsExactly("0", "500000", "1000000");
  }

  @Test
  void writesLongNumbersWithAPowerOfTen() {
    assertThat(styled("5E+307", "-5E+307", "0", "1E+308"))
        .containsExactly("−0.5×10³⁰⁸", "0", "1.0×10³⁰⁸");
    assertThat(styled("1E-300", "1E-300", "2E-300")).containsExactly("1×10⁻³⁰⁰", "2×10⁻³⁰⁰");
  }

  @Test
  void keepsTheDigitsThatTellTicksApart() {
    assertThat(styled("0.001", "1000000000", "1000000000.001"))
        .containsExactly("1000000000.000", "1000000000.001");
  }

  @Test
  void knowsTheExponentExactly() {
    assertThat(NumberStyle.exponent(new BigDecimal("1000"))).isEqualTo(3);
    assertThat(NumberStyle.exponent(new BigDecimal("999.9"))).isEqualTo(2);
    assertThat(NumberStyle.exponent(new BigDecimal("0.001"))).isEqualTo(-3);
    assertThat(NumberStyle.power(-120)).isEqualTo("10⁻¹²⁰");
  }
}
