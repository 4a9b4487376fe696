package dev.gradus.clinic;

import dev.gradus.calculus.ScalarFunction;
import dev.gradus.layer.Activation;
import dev.gradus.layer.ElementwiseLayer;
import dev.gradus.layer.Frame;
import dev.gradus.matrix.Matrix;
import dev.gradus.network.Network;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Mistakes in the backward pass of an activation, dx = dy · f′(x). Where one would be no mistake
 * (the sign of y is relu's own mask), it does not apply.
 */
public enum ActivationMistake implements Mistake {

  /** dx = dy. */
  DERIVATIVE_MISSING(
      "the activation's derivative (its mask) is missing",
      "dx is dy · f′(x); dy was passed on as it came.",
      "an activation other than identity") {
    @Override
    double dx(Unit unit, Unit other) {
      return unit.dy;
    }
  },

  /** dx = dy · g′ of another activation of the same width. */
  DERIVATIVE_OF_ANOTHER_LAYER(
      "the derivative (the mask) of another layer",
      "dx is dy · f′(x) with this layer's own x; another layer's x of the same width was taken.",
      "two activations of the same width") {
    @Override
    double dx(Unit unit, Unit other) {
      return unit.dy * other.derivative();
    }

    @Override
    boolean differs(ScalarFunction f) {
      return f != Activation.IDENTITY;
    }

    @Override
    OptionalInt confused(Network network, int layer) {
      return IntStream.range(0, network.layers().size())
          .filter(i -> i != layer && network.widths().get(i).equals(network.widths().get(layer)))
          .filter(i -> function(network, i).filter(this::differs).isPresent())
          .findFirst();
    }
  },

  /** dx = dy · sign(y). */
  SIGN_OF_OUTPUT(
      "the mask is the sign of the output",
      "f′(x) was taken to be sign(f(x)), which only relu's is.",
      "an activation other than relu that is negative somewhere") {
    @Override
    double dx(Unit unit, Unit other) {
      return unit.dy * Math.signum(unit.y);
    }

    @Override
    boolean differs(ScalarFunction f) {
      return f.value(-0.5) < 0 && super.differs(f);
    }
  },

  /** dx = dy where dy &gt; 0, else 0. */
  SIGN_OF_GRADIENT(
      "the mask is the sign of what comes back",
      "The mask must be taken of x, as forward saw it; it was taken of dy.",
      "an activation other than identity") {
    @Override
    double dx(Unit unit, Unit other) {
      return Math.max(unit.dy, 0);
    }
  },

  /** dx = dy · (1 − y)². */
  TANH_SQUARE_OF_DIFFERENCE(
      "(1 − y)² for tanh′", "tanh′ is 1 − y²; (1 − y)² was computed.", "a tanh layer") {
    @Override
    double dx(Unit unit, Unit other) {
      return unit.dy * (1 - unit.y) * (1 - unit.y);
    }

    @Override
    boolean differs(ScalarFunction f) {
      return f == Activation.TANH;
    }
  },

  /** dx = dy · y (1 − y) for tanh. */
  TANH_AS_SIGMOID(
      "y (1 − y) for tanh′",
      "tanh′ is 1 − y²; sigmoid′, y (1 − y), was computed.",
      "a tanh layer") {
    @Override
    double dx(Unit unit, Unit other) {
      return unit.dy * unit.y * (1 - unit.y);
    }

    @Override
    boolean differs(ScalarFunction f) {
      return f == Activation.TANH;
    }
  },

  /** dx = dy · (1 − y²) for sigmoid. */
  SIGMOID_AS_TANH(
      "1 − y² for sigmoid′",
      "sigmoid′ is y (1 − y); tanh′, 1 − y², was computed.",
      "a sigmoid layer") {
    @Override
    double dx(Unit unit, Unit other) {
      return unit.dy * (1 - unit.y * unit.y);
    }

    @Override
    boolean differs(ScalarFunction f) {
      return f == Activation.SIGMOID;
    }
  },

  /** dx = dy · f′(y). */
  DERIVATIVE_AT_OUTPUT(
      "the derivative is taken at the output",
      "dx is dy · f′(x); f′ was evaluated at y = f(x).",
      "an activation that is not piecewise linear") {
    @Override
    double dx(Unit unit, Unit other) {
      return unit.dy * unit.f.derivative(unit.y, unit.f.value(unit.y));
    }
  },

  /** dx = f′(x). */
  OVERWRITES(
      "the activation's backward overwrites instead of multiplying",
      "dx is dy · f′(x); f′(x) was put in its place, and all that came back was lost.",
      "an activation other than identity") {
    @Override
    double dx(Unit unit, Unit other) {
      return unit.derivative();
    }
  };

  /** One element of an activation: y = f(x), and ∂L/∂y. */
  record Unit(ScalarFunction f, double x, double y, double dy) {
    double derivative() {
      return f.derivative(x, y);
    }
  }

  private final String title;
  private final String sentence;
  private final String wants;

  ActivationMistake(String title, String sentence, String wants) {
    this.title = title;
    this.sentence = sentence;
    this.wants = wants;
  }

  /** What is computed for ∂L/∂x; {@code other} is the unit's neighbour in another layer. */
  abstract double dx(Unit unit, Unit other);

  /** The layer that is confused with this one: itself, where none is. */
  OptionalInt confused(Network network, int layer) {
    return OptionalInt.of(layer);
  }

  /** Whether this is a mistake for f: identity has nothing to go wrong. */
  boolean differs(ScalarFunction f) {
    return f != Activation.IDENTITY
        && IntStream.of(-8, -2, 2, 8)
            .mapToObj(i -> new Unit(f, 0.25 * i, f.value(0.25 * i), -1))
            .anyMatch(unit -> dx(unit, unit) != unit.dy * unit.derivative());
  }

  /** Changes the ∂L/∂x that the layer's backward wrote, which was right. */
  void spoil(Network network, List<Frame> frames, int layer) {
    Place here = place(network, frames, layer);
    Place other = place(network, frames, confused(network, layer).orElseThrow());
    Matrix dx = here.frame.dx();
    for (int k = 0; k < dx.rows(); k++) {
      for (int j = 0; j < dx.columns(); j++) {
        dx.set(k, j, dx(here.unit(k, j), other.unit(k, j)));
      }
    }
  }

  /** An activation's function and its matrices. */
  private record Place(ScalarFunction f, Frame frame) {
    Unit unit(int k, int j) {
      return new Unit(f, frame.x().get(k, j), frame.y().get(k, j), frame.dy().get(k, j));
    }
  }

  private static Place place(Network network, List<Frame> frames, int layer) {
    return new Place(function(network, layer).orElseThrow(), frames.get(layer));
  }

  private static Optional<ScalarFunction> function(Network network, int layer) {
    return network.layers().get(layer) instanceof ElementwiseLayer elementwise
        ? Optional.of(elementwise.function())
        : Optional.empty();
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String sentence() {
    return sentence;
  }

  @Override
  public String wants() {
    return wants;
  }

  @Override
  public List<Planted> plantings(Specimen specimen) {
    Network network = specimen.network();
    return Planted.inLayers(
        this,
        network,
        i ->
            specimen.hasParametersBelow(i)
                && function(network, i).filter(this::differs).isPresent()
                && confused(network, i).isPresent());
  }
}
