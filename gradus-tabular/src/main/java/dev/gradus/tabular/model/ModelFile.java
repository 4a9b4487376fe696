package dev.gradus.tabular.model;

import dev.gradus.error.ModelFormatException;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Precision;
import dev.gradus.network.Network;
import dev.gradus.network.ParameterBlock;
import dev.gradus.network.Parameters;
import dev.gradus.tabular.file.JsonObject;
import dev.gradus.tabular.file.Tensor;
import dev.gradus.tabular.file.TensorFile;
import dev.gradus.tabular.preprocess.ClassTarget;
import dev.gradus.tabular.preprocess.Features;
import dev.gradus.tabular.preprocess.Target;
import dev.gradus.tabular.table.Quotation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is in a model file: layers by their names in the table, preprocessing, weights. Data only.
 */
final class ModelFile {
  /** Before the names of the tensors of the linear model, which follow those of the network. */
  private static final String LINEAR = "linear.";

  private ModelFile() {}

  static TensorFile write(Model model) {
    Map<String, Object> content =
        content(
            model.network(),
            model.precision(),
            model.features(),
            model.target(),
            model.loss(),
            model.shares());
    content.put("training", model.record());
    if (!model.vectors().rows().isEmpty()) {
      content.put("vectors", model.vectors().write());
    }
    return new TensorFile(content, tensors(model));
  }

  /**
   * A file without weights, to see how long its header is.
   *
   * @param record as far as it is known
   */
  static TensorFile outline(
      Network network,
      Features features,
      Target target,
      StandardLoss loss,
      List<Double> shares,
      Map<String, Object> record) {
    Precision precision = Precision.FLOAT32;
    List<Tensor> shapes = network.layout().stream().map(part -> shape(part, precision)).toList();
    Map<String, Object> content = content(network, precision, features, target, loss, shares);
    content.put("training", record);
    return new TensorFile(content, shapes);
  }

  private static Tensor shape(ParameterBlock part, Precision precision) {
    return new Tensor(
        part.name(), part.block().rows(), part.block().columns(), precision, new double[0]);
  }

  private static Map<String, Object> content(
      Network network,
      Precision precision,
      Features features,
      Target target,
      StandardLoss loss,
      List<Double> shares) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("inputs", network.inputs());
    content.put("layers", Architecture.write(network));
    content.put("precision", precision.toString());
    content.put("loss", loss.toString());
    content.put("features", FeatureForm.write(features));
    content.put("target", TargetForm.write(target, shares));
    return content;
  }

  private static List<Tensor> tensors(Model model) {
    List<Tensor> tensors = new ArrayList<>(tensors("", model.parameters()));
    model.linear().ifPresent(linear -> tensors.addAll(tensors(LINEAR, linear.parameters())));
    return tensors;
  }

  private static List<Tensor> tensors(String prefix, Parameters parameters) {
    Precision precision = parameters.vector().compute().precision();
    List<Tensor> tensors = new ArrayList<>();
    parameters
        .views()
        .forEach(
            (name, matrix) ->
                tensors.add(
                    new Tensor(
                        prefix + name,
                        matrix.rows(),
                        matrix.columns(),
                        precision,
                        matrix.toArray())));
    return tensors;
  }

  static Model read(String file, TensorFile content) {
    return read(file, content, true);
  }

  /**
   * The same.
   *
   * @param compared whether the test vectors are made again
   */
  static Model read(String file, TensorFile content, boolean compared) {
    JsonObject all = JsonObject.of(file, "gradus", content.gradus());
    if (all.has("checkpoint")) {
      throw all.refuse("a checkpoint of a training, not a model; go on with gradus train --resume");
    }
    all.only("inputs", "layers", "precision", "loss", "features", "target", "training", "vectors");
    Network network = Architecture.read(all);
    Features features = FeatureForm.read(all);
    JsonObject targetEntry = all.object("target");
    Target target = TargetForm.read(targetEntry);
    StandardLoss loss = loss(all);
    fits(all, network, features, target, loss);
    List<Tensor> own =
        content.tensors().stream().takeWhile(tensor -> !tensor.name().startsWith(LINEAR)).toList();
    List<Tensor> ofLinear = content.tensors().subList(own.size(), content.tensors().size());
    Parameters parameters = parameters(all, network, "", own);
    JsonObject record = all.object("training");
    DataFingerprint.recorded(record);
    DataFingerprint.recordedFiles(record);
    List<Double> shares = target instanceof ClassTarget ? targetEntry.numbers("shares") : List.of();
    Model model =
        new Model(
            new FittedNetwork(network, parameters),
            ofLinear.isEmpty() ? Optional.empty() : Optional.of(linear(all, network, ofLinear)),
            features,
            target,
            loss,
            shares,
            record.values());
    if (!all.has("vectors")) {
      return model; // of format 1, or trained elsewhere
    }
    TestVectors vectors = TestVectors.read(all.object("vectors"), features);
    return compared ? compared(all, model, vectors) : model.with(vectors);
  }

  /** A file whose answers this machine does not give is of no use. */
  private static Model compared(JsonObject all, Model model, TestVectors vectors) {
    Optional<String> difference = vectors.difference(model);
    if (difference.isPresent()) {
      throw all.refuse(difference.get());
    }
    return model.with(vectors);
  }

  private static StandardLoss loss(JsonObject all) {
    String name = all.text("loss");
    return Stream.of(StandardLoss.values())
        .filter(loss -> loss.toString().equals(name))
        .findFirst()
        .orElseThrow(() -> all.refuse("\"" + Quotation.name(name) + "\" is not a known loss"));
  }

  private static void fits(
      JsonObject all, Network network, Features features, Target target, StandardLoss loss) {
    if (features.inputs() != network.inputs()) {
      throw all.refuse(
          String.format(
              Locale.ROOT,
              "the columns give %d inputs, the network takes %d",
              features.inputs(),
              network.inputs()));
    }
    for (String name : target.names()) {
      if (features.names().contains(name)) {
        throw all.refuse("column " + Quotation.name(name) + " is the target and a feature");
      }
    }
    boolean regression = Output.learnsValues(loss);
    if (!Output.serves(loss) || regression == target instanceof ClassTarget) {
      throw all.refuse("loss " + loss + " does not fit the target");
    }
    int wanted = Output.of(target, loss).width(target);
    if (network.outputs() != wanted) {
      throw all.refuse(
          String.format(
              Locale.ROOT,
              "the network gives %d outputs, the target wants %d",
              network.outputs(),
              wanted));
    }
  }

  private static FittedNetwork linear(JsonObject all, Network network, List<Tensor> tensors) {
    Network linear = LinearFit.network(network.inputs(), network.outputs());
    return new FittedNetwork(linear, parameters(all, linear, LINEAR, tensors));
  }

  /** Compares every shape before the parameters are allocated. */
  private static Parameters parameters(
      JsonObject all, Network network, String prefix, List<Tensor> tensors) {
    List<ParameterBlock> layout = network.layout();
    if (tensors.size() != layout.size()) {
      throw all.refuse(
          String.format(
              Locale.ROOT, "%d tensors, the network wants %d", tensors.size(), layout.size()));
    }
    Precision precision = precision(all);
    for (int i = 0; i < layout.size(); i++) {
      fits(all, prefix, layout.get(i), tensors.get(i), precision);
    }
    try (Compute compute = Compute.of(precision, 1, 0)) {
      Parameters parameters = network.zeros(compute);
      for (Tensor tensor : tensors) {
        parameters.get(tensor.name().substring(prefix.length())).setAll(tensor.values());
      }
      return parameters;
    }
  }

  private static Precision precision(JsonObject all) {
    return switch (all.text("precision")) {
      case "float32" -> Precision.FLOAT32;
      case "float64" -> Precision.FLOAT64;
      default -> throw all.refuse("precision: wants float32 or float64");
    };
  }

  private static void fits(
      JsonObject all, String prefix, ParameterBlock part, Tensor tensor, Precision precision) {
    boolean same =
        tensor.name().equals(prefix + part.name())
            && tensor.rows() == part.block().rows()
            && tensor.columns() == part.block().columns()
            && tensor.precision() == precision;
    if (!same) {
      throw refuse(all, prefix, part, tensor, precision);
    }
  }

  private static ModelFormatException refuse(
      JsonObject all, String prefix, ParameterBlock part, Tensor tensor, Precision precision) {
    return all.refuse(
        String.format(
            Locale.ROOT,
            "tensor \"%s\" [%d × %d] %s, the network wants \"%s\" [%d × %d] %s",
            Quotation.name(tensor.name()),
            tensor.rows(),
            tensor.columns(),
            tensor.precision(),
            prefix + part.name(),
            part.block().rows(),
            part.block().columns(),
            precision));
  }
}
