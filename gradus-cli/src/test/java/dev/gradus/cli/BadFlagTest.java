package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.layer.Activation;
import dev.gradus.loss.StandardLoss;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The list of bad flags and lines of a configuration file, rows 37 to 50 of the bad inputs, each
 * given to the real command: message, status, and nothing left on disk.
 */
class BadFlagTest {
  @TempDir Path folder;
  private Desk desk = new Desk(Path.of("."));

  @BeforeEach
  void aTable() throws Exception {
    desk = new Desk(folder);
    desk.put("d.csv", Desk.numbers(30));
  }

  @Test
  void row37WithoutACommandThereIsShortHelpOnStandardError() {
    Spoken said = desk.run(new String[0]);
    assertThat(said.status()).isEqualTo(64);
    assertThat(said.out()).isEmpty();
    assertThat(said.err())
        .startsWith("Usage: gradus COMMAND [FLAGS] [ARGUMENTS]\n")
        .contains("\n  train ", "\n  predict ", "\n  evaluate ", "\n  article ");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "38|trian @d.csv|unknown command \"trian\"; did you mean \"train\"?",
        "38|evalute m d|unknown command \"evalute\"; did you mean \"evaluate\"?",
        "39|train @d.csv --target y --epoch 3|--epoch: unknown; did you mean --epochs?",
        "40|train @d.csv --target y --epochs|--epochs: wants a whole number",
        "40|train @d.csv --target|--target: wants the name of a column, or several between commas",
        "40|train @d.csv --target --epochs 3|--target: wants the name of a column, or several between commas",
        "41|train @d.csv --target y --epochs 10 --epochs 20|--epochs: given twice (10 and 20)",
        "42|train @d.csv --target y --epochs 1e3|--epochs 1e3: wants a whole number from 1 to 1000000000",
        "42|train @d.csv --target y --epochs -5|--epochs -5: wants a whole number from 1 to 1000000000",
        "42|train @d.csv --target y --epochs 0|--epochs 0: wants a whole number from 1 to 1000000000",
        "43|train @d.csv --target y --learning-rate 0|--learning-rate 0: wants a number above 0 and at most 1e6",
        "43|train @d.csv --target y --learning-rate -1|--learning-rate -1: wants a number above 0 and at most 1e6",
        "43|train @d.csv --target y --learning-rate NaN|--learning-rate NaN: wants a number above 0 and at most 1e6",
        "43|train @d.csv --target y --learning-rate 1e999|--learning-rate 1e999: wants a number above 0 and at most 1e6",
        "43|article --learning-rate 1e999|--learning-rate 1e999: wants a number above 0 and at most 1e6",
        "44|train @d.csv --target y --hidden 16,0|--hidden 16,0: layer 2 has 0 units; wants 1 to 16777216",
        "44|train @d.csv --target y --hidden 16,,32|--hidden 16,,32: layer 2 is empty; wants 1 to 16777216",
        "44|train @d.csv --target y --hidden 99999999|--hidden 99999999: layer 1 has 99999999 units; wants 1 to 16777216",
        "44|article --hidden 99999999|--hidden 99999999: layer 1 has 99999999 units; wants 1 to 16777216",
        "45|train @d.csv --target y --normalization batches|--normalization batches: wants one of none, batch, layer; did you mean batch?",
        "46|train @d.csv --target y --momentum 2|--momentum 2: wants a number from 0 to below 1",
        "46|train @d.csv --target y --dropout 1|--dropout 1: wants a number from 0 to below 1",
        "47|train @d.csv --target y --threads 0|--threads 0: wants 1 to 1024",
        "47|train @d.csv --target y --threads 10000|--threads 10000: wants 1 to 1024",
        "50|train @d.csv --target y --out @d.csv|--out d.csv: is also the input",
        "50|train @d.csv --target y --report @d.csv|--report d.csv: is also the input",
        "50|train @d.csv --target y --history @d.csv|--history d.csv: is also the input",
        "50|predict @m.gradus @d.csv --out @d.csv|--out d.csv: is also the input",
        "-|train @d.csv --target y --validation 1|--validation 1: wants a number above 0 and below 1",
        "-|train @d.csv --target y --test 1|--test 1: wants a number above 0 and below 1",
        "-|train @d.csv|--target: missing; wants the name of a column, or several between commas",
        "-|train @d.csv --target a,|--target a,: wants the name of a column, or several between commas",
        "-|train @d.csv --target \"a|--target \"a: a quote is never closed",
        "-|train @d.csv --target y --columns a,a|--columns: a is listed twice",
        "-|train @d.csv --target y --delimiter ;;|--delimiter ;;: wants one character, or tab",
        "-|train @d.csv --target y --decimal ;|--decimal ;: wants one of ., ,",
        "-|train @d.csv --target y --quantiles 0.9,0.1|--quantiles 0.9,0.1: wants levels between 0 and 1 in rising order, such as 0.1,0.5,0.9",
        "-|train @d.csv --target y --split time|--split time: wants random, or time:COLUMN",
      })
  void aBadFlagIsAnsweredWithItsSentence(String row, String words, String message)
      throws Exception {
    desk.refuses(words, 64, message, "");
  }

  @Test
  void row45AnUnknownNameIsAnsweredWithThoseOfTheTable() throws Exception {
    String activations =
        Stream.of(Activation.values()).map(Activation::kind).collect(Collectors.joining(", "))
            + ", prelu, softmax";
    String losses =
        Stream.of(StandardLoss.values())
            .map(StandardLoss::toString)
            .collect(Collectors.joining(", "));
    desk.refuses(
        "train @d.csv --target y --activation rleu",
        64,
        "--activation rleu: wants one of " + activations + "; did you mean relu?",
        "");
    desk.refuses(
        "train @d.csv --target y --loss msa",
        64,
        "--loss msa: wants one of " + losses + "; did you mean mse?",
        "");
  }

  @Test
  void row48AnotherArchitectureIsNotResumed() throws Exception {
    String words = "train @d.csv --target y --epochs 2 --out @m.gradus --checkpoint @c.gradus";
    assertThat(desk.run(words + " --hidden 16 --quiet").status()).isZero();
    List<String> before = desk.names();
    Spoken said = desk.run(words + " --resume --hidden 8 --activation tanh --quiet");
    assertThat(said.status()).isEqualTo(64);
    assertThat(said.err())
        .isEqualTo(
            "gradus: error: --resume: c.gradus holds 4-16-1 relu, the flags say 4-8-1 tanh\n");
    assertThat(desk.names()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "# a\\n\\nhidden = 3\\nepoch = 3|line 4: \"epoch\" is not a known key; did you mean \"epochs\"?",
        "nonsense = 3|line 1: \"nonsense\" is not a known key; keys are the flags without their dashes",
        "epochs = many|line 1: epochs \"many\": wants a whole number from 1 to 1000000000",
        "hidden = 3\\nepochs = 1e3|line 2: epochs \"1e3\": wants a whole number from 1 to 1000000000",
        "no-check = maybe|line 1: no-check \"maybe\": wants true or false",
        "epochs 3|line 1: \"epochs 3\" is not of the form key = value",
        "epochs = 3\\nepochs = 4|line 2: \"epochs\" is given twice; first in line 1",
      })
  void row49ABadLineOfAConfigurationFileIsAnsweredWithItsSentence(String file, String message)
      throws Exception {
    desk.put("g.conf", file.replace("\\n", "\n"));
    desk.refuses("train @d.csv --target y --config @g.conf", 78, "g.conf: " + message, "");
  }
}
