package dev.gradus.network;

import dev.gradus.layer.Frame;
import dev.gradus.matrix.Matrix;
import java.util.List;
import java.util.Optional;

/**
 * Which quantity of a step was the first that is not finite, in the order of its computation: x and
 * the target y; layer by layer the parameters and the output; the loss; from the last layer to the
 * first the derivatives of the loss by the outputs; the gradients of the parameters.
 */
public final class Diagnosis {
  private final Network network;
  private final Workspace workspace;

  /**
   * What is not finite.
   *
   * @param quantity an element, by its name: {@code h2[0, 7] (layer 3, dense)}
   * @param value NaN, or an infinity
   */
  public record Finding(String quantity, double value) {}

  /**
   * Looks at a workspace when it is asked.
   *
   * @param network whose it is
   */
  public Diagnosis(Network network, Workspace workspace) {
    this.network = network;
    this.workspace = workspace;
  }

  /** Of a step whose loss or gradient is not finite; the step itself was not taken. */
  public Optional<Finding> ofStep(double loss) {
    return first("x", "", workspace.x())
        .or(() -> first("y", " (the target)", workspace.target()))
        .or(this::forward)
        .or(() -> Double.isFinite(loss) ? Optional.empty() : found("the loss", loss))
        .or(this::backward)
        .or(() -> parameters("the gradient of ", workspace.gradient()));
  }

  /** Of a step that was taken, and led to parameters that are not finite. */
  public Optional<Finding> ofParameters() {
    return parameters("the next ", workspace.parameters());
  }

  private Optional<Finding> forward() {
    List<Frame> frames = workspace.frames();
    for (int i = 0; i < frames.size(); i++) {
      String name = network.outputNames().get(i);
      Matrix y = frames.get(i).y();
      String layer = layer(i);
      Optional<Finding> found = parametersOf(i).or(() -> first(name, layer, y));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Finding> parametersOf(int layer) {
    return network.layout().stream()
        .filter(part -> part.layer() == layer)
        .flatMap(part -> element(part, workspace.parameters()).stream())
        .findFirst();
  }

  private Optional<Finding> backward() {
    List<Frame> frames = workspace.frames();
    for (int i = frames.size() - 1; i >= 0; i--) {
      String name = "the derivative by " + network.outputNames().get(i);
      Optional<Finding> found = first(name, layer(i), frames.get(i).dy());
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Finding> parameters(String before, Parameters of) {
    return network.layout().stream()
        .flatMap(part -> element(part, of).stream())
        .map(finding -> new Finding(before + finding.quantity, finding.value))
        .findFirst();
  }

  private Optional<Finding> element(ParameterBlock part, Parameters of) {
    return first(part.name(), layer(part.layer()), of.get(part.name()));
  }

  private String layer(int i) {
    String kind = network.layers().get(i).kind();
    return " (layer " + (i + 1) + (kind.isEmpty() ? "" : ", " + kind) + ")";
  }

  private static Optional<Finding> first(String name, String layer, Matrix matrix) {
    if (Double.isFinite(matrix.magnitude())) {
      return Optional.empty();
    }
    for (int i = 0; i < matrix.rows(); i++) {
      for (int j = 0; j < matrix.columns(); j++) {
        if (!Double.isFinite(matrix.get(i, j))) {
          return found(name + "[" + i + ", " + j + "]" + layer, matrix.get(i, j));
        }
      }
    }
    throw new AssertionError(name + ": its magnitude is not finite, its elements are");
  }

  private static Optional<Finding> found(String quantity, double value) {
    return Optional.of(new Finding(quantity, value));
  }
}
