package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {
  private static final String ACTIVATIONS = "identity, relu, leaky_relu, tanh";
  private static final String STANDARD = "[d, 100, 0.001, 0.0, [16, 32], relu, 1, 0, -]\n";

  /** The words after "train", the code, and the message. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "d --epoch 3|flag.unknown|--epoch: unknown; did you mean --epochs?",
        "d --epoch=3|flag.unknown|--epoch: unknown; did you mean --epochs?",
        "d --jsonn|flag.unknown|--jsonn: unknown; did you mean --json?",
        "d --zzzzzz 3|flag.unknown|--zzzzzz: unknown",
        "d -x|flag.unknown|-x: unknown",
        "d --epochs|flag.value_missing|--epochs: wants a whole number",
        "d --epochs --seed 3|flag.value_missing|--epochs: wants a whole number",
        "d --learning-rate|flag.value_missing|--learning-rate: wants a number",
        "d --out --epoch|flag.value_missing|--out: wants a value (FILE)",
        "d --epochs 10 --epochs 20|flag.twice|--epochs: given twice (10 and 20)",
        "d --epochs 1 --epochs 2 --epochs 3|flag.twice|--epochs: given 3 times (1, 2 and 3)",
        "d --odd --odd|flag.twice|--odd: given twice",
        "d --odd=yes|flag.value|--odd: takes no value",
        "d --epochs 1e3|flag.value|--epochs 1e3: wants a whole number from 1 to 1000000000",
        "d --epochs -5|flag.value|--epochs -5: wants a whole number from 1 to 1000000000",
        "d --epochs=0|flag.value|--epochs 0: wants a whole number from 1 to 1000000000",
        "d --epochs ٣|flag.value|--epochs ٣: wants a whole number from 1 to 1000000000",
        "d --learning-rate 0|flag.value|--learning-rate 0: wants a number above 0 and at most 1e6",
        "d --learning-rate -1|flag.value|--learning-rate -1: wants a number above 0 and at most 1e6",
        "d --learning-rate NaN|flag.value|--learning-rate NaN: wants a number above 0 and at most 1e6",
        "d --learning-rate 1e999|flag.value|--learning-rate 1e999: wants a number above 0 and at most 1e6",
        "d --learning-rate 1d|flag.value|--learning-rate 1d: wants a number above 0 and at most 1e6",
        "d --learning-rate 0,1|flag.value|--learning-rate 0,1: wants a number above 0 and at most 1e6",
        "d --hidden 16,0|flag.value|--hidden 16,0: layer 2 has 0 units; wants 1 to 16777216",
        "d --hidden 16,,32|flag.value|--hidden 16,,32: layer 2 is empty; wants 1 to 16777216",
        "d --hidden 99999999|flag.value|--hidden 99999999: layer 1 has 99999999 units; wants 1 to 16777216",
        "d --hidden x|flag.value|--hidden x: layer 1: \"x\" is not a whole number; wants 1 to 16777216",
        "d --activation rleu|flag.value|--activation rleu: wants one of "
            + ACTIVATIONS
            + "; did you mean relu?",
        "d --activation java.lang.Runtime|flag.value|--activation java.lang.Runtime: wants one of "
            + ACTIVATIONS,
        "d --momentum 2|flag.value|--momentum 2: wants a number from 0 to below 1",
        "d --momentum 1|flag.value|--momentum 1: wants a number from 0 to below 1",
        "d --threads 0|flag.value|--threads 0: wants 1 to 1024",
        "d --threads 10000|flag.value|--threads 10000: wants 1 to 1024",
        "d --out d|flag.value|--out d: is also the input",
        "d --out ./x/../d|flag.value|--out ./x/../d: is also the input",
        "d e|argument.extra|gradus train: \"e\" is one argument too many; wants DATA.csv",
        "--epochs 3|argument.missing|gradus train: wants DATA.csv",
      })
  void aBadFlagIsAnsweredInTextAndInJson(String words, String code, String message) {
    String[] all = ("train " + words).split(" ");
    Spoken text = Spoken.by(Rehearsal.COMMANDS, all);
    assertThat(text.status()).isEqualTo(64);
    assertThat(text.out()).isEmpty();
    assertThat(text.err().lines().findFirst()).contains("gradus: error: " + message);

    Spoken json = Spoken.by(Rehearsal.COMMANDS, ("--json train " + words).split(" "));
    assertThat(json.status()).isEqualTo(64);
    assertThat(json.out()).isEmpty();
    String escaped = message.replace("\"", "\\\"");
    assertThat(json.err())
        .isEqualTo("{\"error\":{\"code\":\"%s\",\"message\":\"%s\"}}\n".formatted(code, escaped));
  }

  @Test
  void whatIsGivenArrives() {
    Spoken said =
        Spoken.by(
            Rehearsal.COMMANDS,
            ("train --epochs 7 --learning-rate=.5 @d --hidden 8 --activation tanh --threads 2"
                    + " --seed -9 --momentum 0 --out a%b")
                .split(" "));
    assertThat(said.err()).isEmpty();
    assertThat(said.out()).isEqualTo("[@d, 7, 0.5, 0.0, [8], tanh, 2, -9, a%b]\n");
    assertThat(said.status()).isZero();
  }

  @Test
  void whatIsNotGivenHasItsStandardValue() {
    Spoken said = Spoken.by(Rehearsal.COMMANDS, "train", "d");
    assertThat(said.out()).isEqualTo(STANDARD);
  }

  @Test
  void afterTwoDashesEverythingIsAnArgument() {
    assertThat(Spoken.by(Rehearsal.COMMANDS, "train", "--", "--json").out())
        .startsWith("[--json, ");
  }

  @Test
  void theUsersTextIsEscapedAndCut() {
    Spoken said = Spoken.by(Rehearsal.COMMANDS, "train", "d", "--epochs", "\u001b[31m\n");
    assertThat(said.err()).startsWith("gradus: error: --epochs \\u001b[31m\\u000a: wants a whole");
    String many = IntStream.range(0, 99).mapToObj(i -> "7").collect(Collectors.joining());
    said = Spoken.by(Rehearsal.COMMANDS, "train", "d", "--epochs", many);
    assertThat(said.err()).startsWith("gradus: error: --epochs " + many.substring(0, 39) + "…: ");
  }

  @Test
  void theLocaleChangesNothing() {
    Locale before = Locale.getDefault();
    try {
      for (String tag : List.of("tr", "ar-EG", "de")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(Spoken.by(Rehearsal.COMMANDS, "train", "d", "--INIT", "1").err())
            .startsWith("gradus: error: --INIT: unknown");
        assertThat(Spoken.by(Rehearsal.COMMANDS, "train", "d").out()).isEqualTo(STANDARD);
      }
    } finally {
      Locale.setDefault(before);
    }
  }
}
