package dev.gradus.tabular.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CONTRIBUTING says which exports the compiler names where the table has a new activation. */
class NewActivationTest {
  private static final Path ROOT = Path.of(System.getProperty("gradus.root", ".."));
  private static final Path EXPORTS =
      ROOT.resolve("gradus-tabular/src/main/java/dev/gradus/tabular");

  @TempDir Path folder;

  @Test
  void theCompilerNamesTheExportsThatLackIt() throws IOException {
    Path table = ROOT.resolve("gradus-core/src/main/java/dev/gradus/layer/Activation.java");
    String head = "public enum Activation implements ElementwiseLayer, ScalarFunction {\n";
    String text = Files.readString(table);
    assertThat(text).contains(head);
    String contributing = Files.readString(ROOT.resolve("CONTRIBUTING.md"));
    Matcher example = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL).matcher(contributing);
    assertThat(example.find()).isTrue();
    Path patched = folder.resolve("Activation.java");
    Files.writeString(patched, text.replace(head, head + example.group(1)));
    for (Path export :
        new Path[] {
          EXPORTS.resolve("source/LayerSource.java"), EXPORTS.resolve("onnx/Activations.java")
        }) {
      assertThat(compilation(patched, export))
          .contains(export.getFileName() + ":", "does not cover all possible input values")
          .contains("1 error");
      String name = export.getFileName().toString().replace(".java", "");
      assertThat(contributing).contains("`" + name + "`");
    }
  }

  private String compilation(Path... sources) {
    StringWriter told = new StringWriter();
    PrintWriter to = new PrintWriter(told);
    String[] arguments = {
      "-proc:none",
      "-cp",
      System.getProperty("java.class.path"),
      "-d",
      folder.toString(),
      sources[0].toString(),
      sources[1].toString()
    };
    int status = ToolProvider.findFirst("javac").orElseThrow().run(to, to, arguments);
    assertThat(status).as(told.toString()).isNotZero();
    return told.toString();
  }
}
