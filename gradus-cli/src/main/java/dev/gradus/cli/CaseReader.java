package dev.gradus.cli;

import dev.gradus.error.ModelFormatException;
import dev.gradus.layer.Dense;
import dev.gradus.layer.Layer;
import dev.gradus.network.Penalty;
import dev.gradus.tabular.file.JsonObject;
import dev.gradus.tabular.table.Quotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Reads the case format, strictly: every key but {@code sgd} is wanted, nothing else may stand
 * there, and every list has the length that the others demand. Nothing is allocated by a stated
 * size before a list of that size was seen.
 */
final class CaseReader {
  private static final String FORMAT = "gradus-case-1";
  private static final int MAX_LAYERS = 512;
  private static final int MAX_WIDTH = 1 << 24;
  private static final int MAX_BATCH = 1 << 20;
  private static final int MAX_STEPS = 1_000_000;

  private final String file;
  private final JsonObject all;
  private final CaseNames names;
  private final List<Integer> widths;
  private final int batch;

  private CaseReader(String file, JsonObject all) {
    this.file = file;
    this.all = all;
    String format = all.text("format");
    if (!format.equals(FORMAT)) {
      throw all.refuse("format " + Quotation.of(format) + "; wants \"" + FORMAT + "\"");
    }
    all.only(
        "format",
        "id",
        "layers",
        "activations",
        "loss",
        "constants",
        "l2",
        "batch",
        "X",
        "Y",
        "labels",
        "W",
        "b",
        "sgd");
    names = new CaseNames(all);
    widths = widths();
    batch = all.whole("batch", 1, MAX_BATCH);
  }

  /**
   * The case in a file.
   *
   * @param name of the file, as the user gave it
   * @throws ModelFormatException at the first thing that does not fit
   */
  static GradientCase read(String name) {
    return new CaseReader(name, CaseFile.read(name, "case")).stated();
  }

  /** The same of its bytes. */
  static GradientCase read(String name, byte[] text) {
    return new CaseReader(name, CaseFile.read(name, text, "case")).stated();
  }

  private GradientCase stated() {
    List<double[][]> weights =
        byLayer("W", (value, i) -> value.matrix(widths.get(i), widths.get(i + 1)));
    List<double[]> biases = byLayer("b", (value, i) -> value.row(widths.get(i + 1)));
    return new GradientCase(
        file,
        all.text("id"),
        layers(),
        names.loss(),
        Penalty.l2(CaseValue.of(all, "l2").number(0, Double.MAX_VALUE)),
        CaseValue.of(all, "X").matrix(batch, widths.getFirst()),
        target(),
        weights,
        biases,
        descent());
  }

  private <T> List<T> byLayer(String key, BiFunction<CaseValue, Integer, T> read) {
    List<CaseValue> values = CaseValue.of(all, key).list(widths.size() - 1);
    List<T> parts = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      parts.add(read.apply(values.get(i), i));
    }
    return parts;
  }

  private List<Integer> widths() {
    int stated = all.numbers("layers").size();
    if (stated < 2 || stated > MAX_LAYERS + 1) {
      throw all.refuse("case.layers: holds " + stated + "; wants 2 to " + (MAX_LAYERS + 1));
    }
    return CaseValue.of(all, "layers").list(stated).stream()
        .map(width -> width.whole(1, MAX_WIDTH))
        .toList();
  }

  private List<Layer> layers() {
    List<String> activations = all.texts("activations");
    if (activations.size() != widths.size() - 1) {
      throw all.refuse(
          String.format(
              Locale.ROOT,
              "case.activations: holds %d; %d layers want %d",
              activations.size(),
              widths.size(),
              widths.size() - 1));
    }
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < activations.size(); i++) {
      layers.add(Dense.dense(widths.get(i), widths.get(i + 1)));
      layers.add(names.activation(i, activations.get(i)));
    }
    return layers;
  }

  /** Y, or one class index a row. */
  private double[][] target() {
    if (all.has("Y") == all.has("labels")) {
      throw all.refuse(
          all.has("Y") ? "case: holds Y and labels; wants one of them" : "case: wants Y or labels");
    }
    int outputs = widths.getLast();
    if (all.has("Y")) {
      return CaseValue.of(all, "Y").matrix(batch, outputs);
    }
    if (!all.text("loss").equals("softmax_ce")) {
      throw all.refuse("case.labels: go with softmax_ce; another loss wants Y");
    }
    List<CaseValue> labels = CaseValue.of(all, "labels").list(batch);
    double[][] oneHot = new double[batch][outputs];
    for (int i = 0; i < batch; i++) {
      oneHot[i][labels.get(i).whole(0, outputs - 1)] = 1;
    }
    return oneHot;
  }

  private Optional<GradientCase.Descent> descent() {
    if (!all.has("sgd")) {
      return Optional.empty();
    }
    JsonObject sgd = all.object("sgd").only("learning_rate", "steps");
    double rate = sgd.number("learning_rate");
    if (!(rate > 0 && rate <= 1e6)) {
      throw all.refuse("case.sgd.learning_rate: wants a number above 0 and at most 1e6");
    }
    return Optional.of(new GradientCase.Descent(rate, sgd.whole("steps", 0, MAX_STEPS)));
  }
}
