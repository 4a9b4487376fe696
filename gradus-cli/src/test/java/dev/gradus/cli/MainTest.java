package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.error.DataException;
import dev.gradus.error.Location;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class MainTest {
  @Test
  void withoutACommandTheUsageGoesToStandardError() {
    Spoken said = Spoken.by(Rehearsal.COMMANDS);
    assertThat(said.status()).isEqualTo(64);
    assertThat(said.out()).isEmpty();
    assertThat(said.err())
        .startsWith("Usage: gradus COMMAND")
        .contains("  train     trains nothing");
    assertThat(Spoken.by(Rehearsal.COMMANDS, "--json").err())
        .isEqualTo(
            "{\"error\":{\"code\":\"command.missing\","
                + "\"message\":\"no command; wants one of train, evaluate\"}}\n");
  }

  @Test
  void anUnknownCommandIsAnsweredWithTheNearest() {
    Spoken said = Spoken.by(Rehearsal.COMMANDS, "trian");
    assertThat(said.status()).isEqualTo(64);
    assertThat(said.err())
        .isEqualTo("gradus: error: unknown command \"trian\"; did you mean \"train\"?\n");
    assertThat(Spoken.by(Rehearsal.COMMANDS, "\u001bx").err())
        .isEqualTo("gradus: error: unknown command \"\\u001bx\"; wants one of train, evaluate\n");
  }

  @Test
  void aFlagOfACommandDoesNotStandBeforeIt() {
    assertThat(Spoken.by(Rehearsal.COMMANDS, "--epochs", "3", "train").err())
        .isEqualTo("gradus: error: --epochs: unknown\nhint: gradus --help\n");
    assertThat(Spoken.by(Rehearsal.COMMANDS, "--versoin").err())
        .isEqualTo("gradus: error: --versoin: unknown; did you mean --version?\n");
  }

  @Test
  void helpAndVersionGoToStandardOutput() {
    Spoken help = Spoken.by(Rehearsal.COMMANDS, "--help");
    assertThat(help.out()).isEqualTo(Spoken.by(Rehearsal.COMMANDS).err());
    assertThat(help.status()).isZero();
    Spoken version = Spoken.by(Rehearsal.COMMANDS, "--version");
    assertThat(version.out()).matches("gradus 0\\.1\\.0\njava 2[0-9].*\nkernels (vector|scalar).*\n");
    assertThat(version.status()).isZero();
    Spoken train = Spoken.by(Rehearsal.COMMANDS, "train", "--epochs", "x", "-h");
    assertThat(train.status()).isZero();
    assertThat(train.err()).isEmpty();
    assertThat(train.out())
        .contains("Usage: gradus train [FLAGS] DATA.csv")
        .contains("for 100 % sure")
        .contains("passes over the data; a whole number from 1 to 1000000000")
        .contains("(default: 16,32)");
  }

  @Test
  void warningsGoOnOrEndTheCommandUnderStrict() {
    Spoken said = Spoken.by(Rehearsal.COMMANDS, "train", "d.csv", "--odd");
    assertThat(said.err()).isEqualTo("gradus: warning: d.csv: column b is constant\n");
    assertThat(said.status()).isZero();
    said = Spoken.by(Rehearsal.COMMANDS, "train", "d.csv", "--odd", "--json");
    assertThat(said.err())
        .isEqualTo(
            "{\"warning\":{\"code\":\"column.constant\",\"file\":\"d.csv\","
                + "\"message\":\"d.csv: column b is constant\"}}\n");
    said = Spoken.by(Rehearsal.COMMANDS, "train", "d.csv", "--odd", "--strict");
    assertThat(said.err()).isEqualTo("gradus: error: d.csv: column b is constant\n");
    assertThat(said.status()).isEqualTo(65);
    assertThat(said.out()).isEmpty();
  }

  @Test
  void anErrorComesAfterWhatWasPrinted() {
    Spoken said = Spoken.by(failing(new DataException("x", Location.line("d", 3), "odd")), "fail");
    assertThat(said).isEqualTo(new Spoken(65, "begun\n", "gradus: error: d: line 3: odd\n"));
  }

  @Test
  void aFaultOfOursSaysSoAndShowsWhereUnderDebug() {
    List<Command.Entry> commands = failing(new IllegalStateException("no \u001bway"));
    String line = "gradus: internal error: no \\u001bway; please report with --debug output\n";
    assertThat(Spoken.by(commands, "fail")).isEqualTo(new Spoken(70, "begun\n", line));
    assertThat(Spoken.by(commands, "fail", "--debug").err())
        .startsWith("java.lang.IllegalStateException: no \\u001bway\n  at dev.gradus.cli.MainTest")
        .endsWith(line);
  }

  @Test
  void anErrorOfTheMachineIsTold() {
    Spoken said = Spoken.by(failing(new OutOfMemoryError("Java heap space")), "fail");
    assertThat(said.status()).isEqualTo(71);
    assertThat(said.err()).contains("the heap is ").contains("JDK_JAVA_OPTIONS=-Xmx");
  }

  @Test
  void aClosedPipeIsSilentAndAFullDiskIsNot() {
    assertThat(intoBroken("Broken pipe")).isEqualTo("141 ");
    assertThat(intoBroken("No space left on device"))
        .isEqualTo("74 gradus: error: standard output: No space left on device\n");
  }

  private static String intoBroken(String reason) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(reason);
          }
        };
    Terminal terminal = new Terminal(out, err, Manner.PLAIN);
    ExitStatus status = new Main(Rehearsal.COMMANDS, terminal).run("train", "d");
    return status.code() + " " + err;
  }

  private static List<Command.Entry> failing(Throwable thrown) {
    return List.of(
        new Command.Entry(
            "fail",
            "fails",
            settings ->
                terminal -> {
                  terminal.out().println("begun");
                  throw MainTest.<RuntimeException>unchecked(thrown);
                }));
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> RuntimeException unchecked(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
