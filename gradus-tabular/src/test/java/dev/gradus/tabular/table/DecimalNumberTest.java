package dev.gradus.tabular.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.tabular.table.DecimalNumber.Refusal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalNumberTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "+1",
        "7.",
        ".5",
        "-.5e-3",
        "1e5",
        "1E+05",
        "123456789012345",
        "1234567890123456",
        "0.1",
        "9007199254740993",
        "4.9e-324",
        "1e-400",
        "1.7976931348623157e308",
        "00012.50"
      })
  void aNumberIsRoundedAsJavaRoundsIt(String text) {
    assertThat(bits(DecimalNumber.parse(text, '.'))).isEqualTo(bits(Double.parseDouble(text)));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "1d, FOREIGN_FORM",
        "1.5F, FOREIGN_FORM",
        "0x1p3, FOREIGN_FORM",
        "-0X1F, FOREIGN_FORM",
        "inf, NOT_FINITE",
        "-Infinity, NOT_FINITE",
        "+NAN, NOT_FINITE",
        "1e400, TOO_LARGE",
        "-1e400, TOO_LARGE",
        "'1,5', OTHER_DECIMAL",
        "'1,234,567', TEXT",
        "., TEXT",
        "e5, TEXT",
        "1e, TEXT",
        "1e+, TEXT",
        "--1, TEXT",
        "1 000, TEXT",
        "1_000, TEXT",
        "1\u00002, TEXT",
        "\u0661\u0662, TEXT",
        "12a, TEXT"
      })
  void whatIsNotANumberIsToldWhy(String text, Refusal refusal) {
    assertThat(DecimalNumber.parse(text, '.')).isNaN();
    assertThat(DecimalNumber.refusal(text, '.')).isEqualTo(refusal);
  }

  @Test
  void aThousandCharactersAreTheMost() {
    assertThat(DecimalNumber.parse("0".repeat(999) + "1", '.')).isEqualTo(1);
    assertThat(DecimalNumber.parse("0".repeat(1000) + "1", '.')).isNaN();
    assertThat(DecimalNumber.refusal("0".repeat(1001), '.')).isEqualTo(Refusal.TOO_LONG);
    assertThat(DecimalNumber.refusal("x".repeat(1 << 20), '.')).isEqualTo(Refusal.TEXT);
  }

  @Test
  void theDecimalCommaIsReadWhereItIsStated() {
    assertThat(DecimalNumber.parse("1,5e3", ',')).isEqualTo(1500);
    assertThat(DecimalNumber.parse("1,5", ',')).isEqualTo(1.5);
    assertThat(DecimalNumber.parse("1.5", ',')).isNaN();
  }

  /** The short way for few digits and the long way through Java agree. */
  @Test
  void randomDecimalsAreRoundedCorrectly() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 20_000; i++) {
      String digits = Long.toString(random.nextLong(1, 1L << random.nextInt(1, 62)));
      int point = random.nextInt(digits.length() + 1);
      String text = digits.substring(0, point) + "." + digits.substring(point);
      assertThat(bits(DecimalNumber.parse(text, '.')))
          .as(text)
          .isEqualTo(bits(Double.parseDouble(text)));
    }
  }

  private static long bits(double x) {
    return Double.doubleToRawLongBits(x);
  }
}
