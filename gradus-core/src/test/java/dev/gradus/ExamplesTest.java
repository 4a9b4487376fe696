package dev.gradus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.matrix.Matrix;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples run as a reader would run them: from their source, on the core as a module. */
class ExamplesTest {
  private static final Path EXAMPLES = Path.of(System.getProperty("gradus.root", ".."), "examples");

  private static String run(String example)
      throws IOException, InterruptedException, URISyntaxException {
    Path core = Path.of(Matrix.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    JavaProcess process =
        JavaProcess.run(
            "java",
            List.of(
                "-p",
                core.toString(),
                "--add-modules",
                "dev.gradus.core",
                EXAMPLES.resolve(example).toString()));
    assertThat(process.status()).as(process.output()).isZero();
    return process.output().strip();
  }

  @Test
  void sinLearnsTheSineInFifteenLines()
      throws IOException, InterruptedException, URISyntaxException {
    String output = run("Sin.java");
    assertThat(output).startsWith("mean absolute error on 1,000 points: ");
    double error = Double.parseDouble(output.substring(output.lastIndexOf(' ')));
    assertThat(error).isBetween(0.0, 0.01);
    assertThat(Files.readAllLines(EXAMPLES.resolve("Sin.java"))).hasSizeLessThanOrEqualTo(15);
  }

  @Test
  void checkYourOwnConfirmsRosenbrocksGradientAndFindsAMistake()
      throws IOException, InterruptedException, URISyntaxException {
    assertThat(run("CheckYourOwn.java"))
        .isEqualTo(
            """
            2 parameters: 2 pass, 0 pass at a kink, 0 vacuous, 0 unsure, 0 fail
            θ[0] is -110.000000, should be -215.600000: 0.510 of it""");
    assertThat(Files.readString(EXAMPLES.resolve("CheckYourOwn.java")))
        .containsOnlyOnce("dev.gradus")
        .contains("import dev.gradus.calculus.*;");
  }

  @Test
  void ownLayerIsConfirmedByTheCheck()
      throws IOException, InterruptedException, URISyntaxException {
    assertThat(run("OwnLayer.java"))
        .isEqualTo("21 parameters: 21 pass, 0 pass at a kink, 0 vacuous, 0 unsure, 0 fail");
  }
}
