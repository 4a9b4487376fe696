package dev.gradus.network;

import dev.gradus.calculus.Objective;
import dev.gradus.layer.Block;
import dev.gradus.layer.Layer;
import dev.gradus.loss.Loss;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.ShapeException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * An immutable stack of layers. It holds no numbers: parameters are {@link Parameters}, the
 * matrices of a pass a {@link Workspace}.
 */
public final class Network {
  /** What one array can hold. */
  static final int MAX_PARAMETERS = Integer.MAX_VALUE - 15;

  private final List<Layer> layers;
  private final List<Integer> widths; // of x, then after each layer
  private final List<String> names; // of each layer's output in the cache
  private final List<ParameterBlock> layout;
  private final int parameters;

  private Network(int inputs, List<Layer> layers) {
    this.layers = List.copyOf(layers);
    this.widths = widths(inputs, this.layers);
    this.names = new ArrayList<>();
    this.layout = new ArrayList<>();
    this.parameters = name(names, layout);
  }

  /**
   * A stack of layers.
   *
   * @param inputs width of x, 1 or more
   * @param layers in the order of the forward pass, at least one
   * @throws ShapeException if two layers do not fit; the message names the layer
   */
  public static Network of(int inputs, Layer... layers) {
    return of(inputs, List.of(layers));
  }

  /**
   * A stack of layers.
   *
   * @param inputs width of x, 1 or more
   * @param layers in the order of the forward pass, at least one
   * @throws ShapeException if two layers do not fit; the message names the layer
   */
  public static Network of(int inputs, List<Layer> layers) {
    if (inputs < 1 || layers.isEmpty()) {
      throw new ShapeException(
          inputs + " inputs, " + layers.size() + " layers; wants 1 or more of each");
    }
    return new Network(inputs, layers);
  }

  private static List<Integer> widths(int inputs, List<Layer> layers) {
    List<Integer> widths = new ArrayList<>(List.of(inputs));
    for (int i = 0; i < layers.size(); i++) {
      try {
        widths.add(layers.get(i).outputs(widths.getLast()));
      } catch (ShapeException e) {
        ShapeException located = new ShapeException("layer " + (i + 1) + ": " + e.getMessage());
        located.initCause(e);
        throw located;
      }
    }
    return List.copyOf(widths);
  }

  /**
   * Numbers outputs and parameters by the layers that have parameters, as mathematics does: h1, a1,
   * h2, …; a name that is taken gets a stroke. Layers inside a layer are counted with the rest.
   *
   * @return the number of parameters
   */
  private int name(List<String> outputs, List<ParameterBlock> blocks) {
    Numbering numbering = new Numbering(blocks);
    for (int i = 0; i < layers.size(); i++) {
      numbering.add(layers.get(i), widths.get(i), i);
      String name = layers.get(i).symbol() + numbering.number;
      while (outputs.contains(name)) {
        name += "'";
      }
      outputs.add(name);
    }
    return numbering.offset;
  }

  /** Lays the parameter blocks out, layer by layer, a layer's own before those of its inner. */
  private static final class Numbering {
    private final List<ParameterBlock> blocks;
    private int number;
    private int offset;

    Numbering(List<ParameterBlock> blocks) {
      this.blocks = blocks;
    }

    void add(Layer layer, int width, int outermost) {
      List<Block> wanted = layer.parameters(width);
      number += wanted.isEmpty() ? 0 : 1;
      for (Block block : wanted) {
        blocks.add(new ParameterBlock(block.symbol() + number, offset, outermost, block));
        offset = end(offset, block);
      }
      int in = width;
      for (Layer inner : layer.inner()) {
        add(inner, in, outermost);
        in = inner.outputs(in);
      }
    }
  }

  private static int end(int offset, Block block) {
    long end = offset + (long) block.rows() * block.columns();
    if (end > MAX_PARAMETERS) {
      throw new ShapeException(
          end + " parameters and more; at most " + MAX_PARAMETERS + " fit one vector");
    }
    return (int) end;
  }

  /** The layers, in the order of the forward pass. */
  public List<Layer> layers() {
    return layers;
  }

  /** Width of x. */
  public int inputs() {
    return widths.getFirst();
  }

  /** Width of the prediction. */
  public int outputs() {
    return widths.getLast();
  }

  /** Width of what goes into layer i; {@code widths().get(i + 1)} is what comes out. */
  public List<Integer> widths() {
    return widths;
  }

  /** What the output of each layer is called in the cache: h1, a1, h2, …. */
  public List<String> outputNames() {
    return List.copyOf(names);
  }

  /** The named blocks of the parameter vector. */
  public List<ParameterBlock> layout() {
    return List.copyOf(layout);
  }

  /** The number of parameters that learn: running statistics do not count. */
  public int parameterCount() {
    return layout.stream().filter(ParameterBlock::learns).mapToInt(ParameterBlock::size).sum();
  }

  /** p, the length of the parameter vector: what learns, and the running statistics beside it. */
  public int vectorLength() {
    return parameters;
  }

  /** Parameters that are all 0. */
  public Parameters zeros(Compute compute) {
    return new Parameters(layout(), compute.matrix(1, parameters));
  }

  /** Fresh parameters, drawn block by block in the order of the vector. */
  public Parameters initialize(Compute compute, RandomGenerator random) {
    Parameters theta = zeros(compute);
    for (ParameterBlock part : layout) {
      part.block().initializer().fill(theta.get(part.name()), random);
    }
    return theta;
  }

  /** The matrices for passes over batches of up to {@code maxRows} rows. */
  public Workspace workspace(Parameters theta, int maxRows) {
    return new Workspace(this, theta, maxRows, Workspace.Wants.GRADIENT);
  }

  /**
   * The matrices for passes that only predict: without gradients, backward and room for them.
   *
   * @param maxRows the greatest number of rows
   */
  public Workspace predictor(Parameters theta, int maxRows) {
    return new Workspace(this, theta, maxRows, Workspace.Wants.PREDICTION);
  }

  /**
   * ŷ for any number of rows. Row by row gives the bits of all at once.
   *
   * @param x [n × in]
   * @return [n × out], a new matrix
   */
  public Matrix predict(Parameters theta, Matrix x) {
    if (x.rows() == 0) {
      return theta.vector().like(0, outputs());
    }
    Workspace workspace = predictor(theta, x.rows());
    workspace.x().set(x);
    workspace.forward();
    return workspace.prediction().copy();
  }

  /**
   * The mean loss over one batch as a function of θ, in float64, to be checked: with names of the
   * parameters and exact knowledge of kinks. It is the training pass that is checked.
   *
   * @param x [n × in], copied and widened
   * @param target [n × out], copied and widened
   * @throws IllegalStateException if a layer draws: it wants a generator
   */
  public Objective objective(Loss loss, Matrix x, Matrix target) {
    return objective(loss, x, target, Penalty.NONE);
  }

  /** The same with a penalty. */
  public Objective objective(Loss loss, Matrix x, Matrix target, Penalty penalty) {
    return objective(loss, x, target, penalty, Masks.NONE);
  }

  /**
   * The same for networks that draw masks: drawn once, here.
   *
   * @param random the only source of chance
   */
  public Objective objective(Loss loss, Matrix x, Matrix target, RandomGenerator random) {
    return objective(loss, x, target, Penalty.NONE, random);
  }

  /** The same with a penalty. */
  public Objective objective(
      Loss loss, Matrix x, Matrix target, Penalty penalty, RandomGenerator random) {
    return objective(loss, x, target, penalty, Masks.drawn(random));
  }

  /** The same with masks that were drawn before. */
  public Objective objective(Loss loss, Matrix x, Matrix target, Penalty penalty, Masks masks) {
    return new NetworkObjective(Subject.of(this, loss, x, target, masks, false), penalty);
  }

  /**
   * The mean loss over one batch as a function of the inputs x [n × in], row by row, in float64, to
   * be checked: its gradient is ∂L/∂x, which no training needs, but which goes through every layer.
   *
   * @param theta the parameters, copied and widened
   * @param x [n × in], copied and widened: its shape
   * @param target [n × out], copied and widened
   * @throws IllegalStateException if a layer draws: it wants a generator
   */
  public Objective inputObjective(Loss loss, Parameters theta, Matrix x, Matrix target) {
    return new InputObjective(Subject.of(this, loss, x, target, Masks.NONE, true), theta);
  }

  /** The same for networks that draw masks: drawn once, here. */
  public Objective inputObjective(
      Loss loss, Parameters theta, Matrix x, Matrix target, RandomGenerator random) {
    return new InputObjective(Subject.of(this, loss, x, target, Masks.drawn(random), true), theta);
  }
}
