package dev.gradus.cli;

import dev.gradus.error.ConfigException;
import dev.gradus.error.Location;
import dev.gradus.matrix.Precision;
import dev.gradus.tabular.file.AtomicFile;
import dev.gradus.tabular.file.NpzFile;
import dev.gradus.tabular.model.Model;
import dev.gradus.tabular.onnx.OnnxFile;
import dev.gradus.tabular.onnx.TestVectors;
import dev.gradus.tabular.source.JavaSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** {@code gradus export MODEL --onnx FILE}: the model in the forms of other programs. */
final class ExportCommand implements Command {
  private final Setting<String> model;
  private final Setting<String> onnx;
  private final Setting<String> java;
  private final Setting<String> npz;
  private final Setting<Boolean> float64;

  ExportCommand(Settings settings) {
    model = settings.argument("MODEL", "a model file, as train writes it");
    onnx =
        settings
            .file("--onnx", "FILE", "an ONNX graph, from raw columns to the answer")
            .orNothing();
    java =
        settings
            .file("--java", "FILE", "a Java source without dependencies, with the same bits")
            .orNothing();
    npz = settings.file("--npz", "FILE", "the parameters alone, for NumPy").orNothing();
    float64 = settings.toggle("--float64", "numbers of the ONNX graph in float64");
  }

  @Override
  public ExitStatus run(Terminal terminal) {
    List<Setting<String>> outputs = List.of(onnx, java, npz);
    if (outputs.stream().noneMatch(Setting::isGiven)) {
      String all = String.join(", ", outputs.stream().map(Setting::name).toList());
      String what = "nothing to write; wants one or more of " + all;
      throw new ConfigException("flag.missing", Location.of("gradus export"), what);
    }
    if (float64.value() && !onnx.isGiven()) {
      throw float64.refused("is about the numbers of an ONNX graph; wants --onnx FILE");
    }
    FilesApart files = new FilesApart().reads(model, "the input");
    outputs.forEach(files::writes);
    onnx.given()
        .ifPresent(
            file ->
                files.writes(
                    onnx.name() + " " + file,
                    "its test vectors' file ",
                    "that of the test vectors",
                    Path.of(vectors(file))));
    files.require();
    java.given().ifPresent(file -> className());
    Model loaded = Model.load(Path.of(model.value()));
    Page page = new Page(terminal);
    onnx.given().ifPresent(file -> writeOnnx(loaded, file, page));
    java.given().ifPresent(file -> writeJava(loaded, file, page));
    npz.given().ifPresent(file -> write(page, "npz", file, NpzFile.of(loaded.parameters())));
    page.finish();
    return ExitStatus.DONE;
  }

  private void writeOnnx(Model loaded, String file, Page page) {
    Precision precision = float64.value() ? Precision.FLOAT64 : Precision.FLOAT32;
    write(page, "onnx", file, OnnxFile.of(loaded, precision));
    write(page, "vectors", vectors(file), TestVectors.of(loaded, precision));
  }

  private static String vectors(String onnxFile) {
    return onnxFile + ".vectors.json";
  }

  private void writeJava(Model loaded, String file, Page page) {
    String source = JavaSource.of(loaded, className());
    write(page, "java", file, source.getBytes(StandardCharsets.US_ASCII));
  }

  /** The file is called after the class in it. */
  private String className() {
    String file = String.valueOf(Path.of(java.value()).getFileName());
    String name = file.endsWith(".java") ? file.substring(0, file.length() - 5) : "";
    if (!JavaSource.isClassName(name)) {
      throw java.refused("wants the name of a Java class before .java, e.g. Model.java");
    }
    return name;
  }

  private static void write(Page page, String what, String file, byte[] content) {
    AtomicFile.write(Path.of(file), content);
    page.say("wrote " + Shown.escaped(file));
    page.put(what, file);
  }
}
