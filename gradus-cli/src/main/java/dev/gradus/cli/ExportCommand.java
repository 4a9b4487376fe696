package dev.gradus.cli;

import dev.gradus.error.ConfigException;
import dev.gradus.error.Location;
import dev.gradus.matrix.Precision;
import dev.gradus.tabular.file.AtomicFile;
import dev.gradus.tabular.model.Model;
import dev.gradus.tabular.onnx.OnnxFile;
import dev.gradus.tabular.onnx.TestVectors;
import java.nio.file.Path;
import java.util.List;

/** {@code gradus export MODEL --onnx FILE}: the model in the forms of other programs. */
final class ExportCommand implements Command {
  private final Setting<String> model;
  private final Setting<String> onnx;
  private final Setting<Boolean> float64;

  ExportCommand(Settings settings) {
    model = settings.argument("MODEL", "a model file, as train writes it");
    onnx =
        settings
            .text("--onnx", "FILE", "an ONNX graph, from raw columns to the answer")
            .orNothing();
    float64 = settings.toggle("--float64", "numbers of the ONNX graph in float64");
  }

  @Override
  public ExitStatus run(Terminal terminal) {
    List<Setting<String>> outputs = List.of(onnx);
    if (outputs.stream().noneMatch(Setting::isGiven)) {
      throw new ConfigException("flag.missing", Location.of("--onnx"), "missing; wants a FILE");
    }
    if (float64.value() && !onnx.isGiven()) {
      throw float64.refused("is about the numbers of an ONNX graph; wants --onnx FILE");
    }
    for (Setting<String> output : outputs) {
      OutputFile.mustDiffer(output, model);
      output
          .given()
          .ifPresent(
              file -> AtomicFile.requireWritable(Path.of(file), output.name() + " " + file));
    }
    Model loaded = Model.load(Path.of(model.value()));
    Page page = new Page(terminal);
    onnx.given().ifPresent(file -> writeOnnx(loaded, file, page));
    page.finish();
    return ExitStatus.DONE;
  }

  private void writeOnnx(Model loaded, String file, Page page) {
    Precision precision = float64.value() ? Precision.FLOAT64 : Precision.FLOAT32;
    write(page, "onnx", file, OnnxFile.of(loaded, precision));
    write(page, "vectors", file + ".vectors.json", TestVectors.of(loaded, precision));
  }

  private static void write(Page page, String what, String file, byte[] content) {
    AtomicFile.write(Path.of(file), content);
    page.say("wrote " + Shown.value(file));
    page.put(what, file);
  }
}
