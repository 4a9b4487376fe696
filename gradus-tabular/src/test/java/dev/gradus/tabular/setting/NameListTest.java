package dev.gradus.tabular.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameListTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a,b|a;b",
        "a, b|a; b",
        "\"a,b\",c|a,b;c",
        "c,\"a,b\"|c;a,b",
        "\"say \"\"x, y\"\"\",z|say \"x, y\";z",
        "\"\"\"\"|\"",
        "5\" pipe,b|5\" pipe;b",
        "\"a\"|a",
      })
  void namesAreReadAsTheCellsOfARecord(String text, String names) throws Exception {
    assertThat(NameList.NAMES.read(text)).containsExactly(names.split(";"));
  }

  @Test
  void whatIsWrittenIsReadBack() throws Exception {
    for (String name : List.of("a", "a,b", "\"", "\"a", "a\"b", "say \"x, y\"", ",", "\"\",")) {
      List<String> names = List.of("x", name, "y");
      assertThat(NameList.NAMES.read(NameList.NAMES.written(names))).isEqualTo(names);
    }
    assertThat(NameList.NAMES.written(List.of("a", "b,c"))).isEqualTo("a,\"b,c\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a,,b|wants names between commas",
        "a,|wants names between commas",
        "\"\",b|wants names between commas",
        "a,\"b|a quote is never closed",
        "\"a\"x,b|text after a closing quote",
        "\"a\"x\"|text after a closing quote",
      })
  void whatIsNoListIsRefused(String text, String what) {
    assertThatExceptionOfType(Form.Misfit.class)
        .isThrownBy(() -> NameList.NAMES.read(text))
        .withMessage(what);
  }
}
