package dev.gradus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The worked example of CONTRIBUTING, carried out: the constant is put into the table and checked.
 */
class ContributingTest {
  private static final Path ROOT = Path.of(System.getProperty("gradus.root", ".."));
  private static final Path TABLE =
      ROOT.resolve("gradus-core/src/main/java/dev/gradus/layer/Activation.java");
  private static final String HEAD =
      "public enum Activation implements ElementwiseLayer, ScalarFunction {\n";

  @TempDir Path folder;

  private static String example() throws IOException {
    String text = Files.readString(ROOT.resolve("CONTRIBUTING.md"));
    Matcher block = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL).matcher(text);
    assertThat(block.find()).as("CONTRIBUTING has an example").isTrue();
    return block.group(1);
  }

  private JavaProcess withConstant(String constant) throws IOException, InterruptedException {
    String table = Files.readString(TABLE);
    assertThat(table).contains(HEAD);
    Path patched = folder.resolve("Activation.java");
    Files.writeString(patched, table.replace(HEAD, HEAD + constant));
    String classes = System.getProperty("java.class.path");
    JavaProcess compilation =
        JavaProcess.run(
            "javac",
            List.of("-proc:none", "-cp", classes, "-d", folder.toString(), patched.toString()));
    assertThat(compilation.status()).as(compilation.output()).isZero();
    Matcher name = Pattern.compile("(?m)^  ([A-Z_]+) \\{").matcher(constant);
    assertThat(name.find()).isTrue();
    return JavaProcess.run(
        "java",
        List.of(
            "-cp",
            folder + File.pathSeparator + classes,
            NewActivation.class.getName(),
            name.group(1)));
  }

  @Test
  void theExampleIsAllThatAnActivationNeeds() throws IOException, InterruptedException {
    JavaProcess run = withConstant(example());
    assertThat(run.status()).as(run.output()).isZero();
    assertThat(run.output().strip()).matches("(?s).*bent_identity [1-9]\\d+");
  }

  @Test
  void withAWrongDerivativeItWouldHaveBeenRefused() throws IOException, InterruptedException {
    String wrong = example().replace("x / (2 *", "x / (3 *");
    assertThat(wrong).isNotEqualTo(example());
    JavaProcess run = withConstant(wrong);
    assertThat(run.status()).isNotZero();
    assertThat(run.output()).contains("gradients are wrong");
  }
}
