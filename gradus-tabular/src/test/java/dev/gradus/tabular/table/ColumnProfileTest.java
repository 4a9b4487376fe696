package dev.gradus.tabular.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnProfileTest {
  private static ColumnKind kind(String... cells) {
    ColumnProfile profile = new ColumnProfile(Dialect.STANDARD);
    MissingTokens missing = new MissingTokens(Dialect.STANDARD);
    for (String cell : cells) {
      if (!missing.holds(cell)) {
        profile.add(cell);
      }
    }
    return profile.kind();
  }

  @Test
  void truthValuesWantBothWordsOfOnePairAndNothingElse() {
    assertThat(kind("True", "False", "", "NA", "True")).isEqualTo(ColumnKind.BOOLEAN);
    assertThat(kind("n", "y")).isEqualTo(ColumnKind.BOOLEAN);
    assertThat(kind("yes", "yes")).isEqualTo(ColumnKind.CATEGORY);
    assertThat(kind("yes", "no", "perhaps")).isEqualTo(ColumnKind.CATEGORY);
    assertThat(kind("yes", "false")).isEqualTo(ColumnKind.CATEGORY);
    assertThat(kind("yes", "no", "Yes")).isEqualTo(ColumnKind.CATEGORY);
    assertThat(kind("0", "1")).isEqualTo(ColumnKind.NUMBER);
  }

  @Test
  void nineInTenMakeDatesAndTimes() {
    String d = "2026-01-31";
    assertThat(kind(d, "", "2026-02-01T12:00Z")).isEqualTo(ColumnKind.DATE);
    assertThat(kind(d, d, d, d, d, d, d, d, d, "soon")).isEqualTo(ColumnKind.DATE);
    assertThat(kind(d, d, d, "soon")).isEqualTo(ColumnKind.CATEGORY);
    assertThat(kind("12:00", "13:30:15")).isEqualTo(ColumnKind.TIME);
    assertThat(kind("12:00", d)).isEqualTo(ColumnKind.CATEGORY);
  }

  @Test
  void aColumnWithoutValuesIsOneOfNumbers() {
    assertThat(kind("", "NA", "?")).isEqualTo(ColumnKind.NUMBER);
  }
}
