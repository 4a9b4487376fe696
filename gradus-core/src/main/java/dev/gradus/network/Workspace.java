package dev.gradus.network;

import dev.gradus.layer.Frame;
import dev.gradus.layer.Layer;
import dev.gradus.layer.Pass;
import dev.gradus.matrix.Matrix;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The cache of a pass, allocated once for the largest batch: input, every layer's output, target,
 * and the gradients of all of them. It can be looked into at any time.
 *
 * <p>Shares the parameters it was made with. Serves one thread.
 */
public final class Workspace {
  private final Network network;
  private final Parameters theta;
  private final @Nullable Parameters gradient;
  private final int maxRows;
  private final Matrix x;
  private final @Nullable Matrix dx;
  private final Matrix target;
  private final Matrix dPrediction;
  private final Chain chain;
  private final Pass pass = new Pass();
  private final List<Batch> batches = new ArrayList<>(); // one for each number of rows that came
  private Batch batch;

  /** The views of one batch size. */
  private record Batch(
      Matrix x,
      Matrix target,
      Matrix prediction,
      Matrix dPrediction,
      List<Frame> frames,
      SequencedMap<String, Matrix> cache) {}

  /** What is to be computed, and room made for. */
  enum Wants {
    /** ŷ alone. */
    PREDICTION,
    /** ∂L/∂θ. */
    GRADIENT,
    /** ∂L/∂θ and ∂L/∂x, which backward of the first layer writes. */
    INPUT_GRADIENT
  }

  Workspace(Network network, Parameters theta, int maxRows, Wants wants) {
    boolean back = wants != Wants.PREDICTION;
    int backRows = back ? maxRows : 0;
    this.network = network;
    this.theta = theta;
    this.maxRows = maxRows;
    Matrix vector = theta.vector();
    this.gradient = back ? new Parameters(theta.layout(), vector.like(1, vector.columns())) : null;
    this.x = vector.like(maxRows, network.inputs());
    this.dx = wants == Wants.INPUT_GRADIENT ? vector.like(maxRows, network.inputs()) : null;
    this.target = vector.like(maxRows, network.outputs());
    this.dPrediction = vector.like(backRows, network.outputs());
    this.chain = new Chain(network, maxRows, backRows, vector);
    this.batch = makeBatch(maxRows);
    batches.add(batch);
  }

  private Batch makeBatch(int n) {
    Matrix in = x.firstRows(n);
    Matrix y = target.firstRows(n);
    List<Frame> frames =
        chain.frames(
            n,
            in,
            dx == null ? null : dx.firstRows(n),
            dPrediction.firstRows(Math.min(n, dPrediction.rows())),
            pass,
            theta.views().values().iterator(),
            gradient == null ? Collections.emptyIterator() : gradient.views().values().iterator());
    SequencedMap<String, Matrix> cache = new LinkedHashMap<>();
    cache.put("x", in);
    for (int i = 0; i < frames.size(); i++) {
      cache.put(network.outputNames().get(i), frames.get(i).y());
    }
    cache.put("y", y);
    return new Batch(
        in,
        y,
        frames.getLast().y(),
        frames.getLast().dy(),
        List.copyOf(frames),
        Collections.unmodifiableSequencedMap(cache));
  }

  /**
   * Sets the number of rows of the batches that follow. Rows that are there before and after keep
   * what they hold.
   *
   * @param n 1 to the greatest number that the workspace was made for
   */
  public void rows(int n) {
    if (n < 1 || n > maxRows) {
      throw new IllegalArgumentException(n + " rows; this workspace takes 1 to " + maxRows);
    }
    if (batch.x.rows() != n) {
      batch = batchOf(n);
    }
  }

  /** Made once for each number of rows, so that a step allocates nothing. */
  private Batch batchOf(int n) {
    for (int i = 0; i < batches.size(); i++) {
      if (batches.get(i).x.rows() == n) {
        return batches.get(i);
      }
    }
    Batch made = makeBatch(n);
    batches.add(made);
    return made;
  }

  /** The greatest number of rows. */
  public int maxRows() {
    return maxRows;
  }

  /** x [n × in]: the caller fills it. */
  public Matrix x() {
    return batch.x;
  }

  /** y [n × out]: the caller fills it, unless there is only a prediction to make. */
  public Matrix target() {
    return batch.target;
  }

  /** ŷ [n × out]: the last layer's output. */
  public Matrix prediction() {
    return batch.prediction;
  }

  /** ∂L/∂ŷ [n × out]: the loss fills it. */
  public Matrix dPrediction() {
    return batch.dPrediction;
  }

  /** The parameters, shared. */
  public Parameters parameters() {
    return theta;
  }

  /**
   * ∂L/∂θ, with the names of the parameters; backward writes all of it.
   *
   * @throws IllegalStateException if the workspace only predicts
   */
  public Parameters gradient() {
    if (gradient == null) {
      throw new IllegalStateException("this workspace predicts; it has no gradient");
    }
    return gradient;
  }

  /** x, each layer's output, and the target y, by their names, in their order: live views. */
  public SequencedMap<String, Matrix> cache() {
    return batch.cache;
  }

  /** Each layer's matrices, in the order of the layers. */
  public List<Frame> frames() {
    return batch.frames;
  }

  /** x → ŷ as in prediction: nothing is drawn, running statistics serve. */
  public void forward() {
    pass.predict();
    runForward();
  }

  /**
   * x → ŷ as in training: masks are drawn, statistics are the batch's, and running statistics move
   * (of the parameters they alone change here).
   *
   * @param random the only source of chance
   */
  public void forwardTraining(RandomGenerator random) {
    pass.train(random);
    runForward();
  }

  /**
   * The training pass once more, with the masks that were drawn last: a function of x and of the
   * parameters, which rest.
   */
  public void forwardReplay() {
    pass.replay();
    runForward();
  }

  private void runForward() {
    List<Layer> layers = network.layers();
    List<Frame> frames = batch.frames;
    for (int i = 0; i < layers.size(); i++) {
      layers.get(i).forward(frames.get(i));
    }
  }

  /**
   * ∂L/∂ŷ → ∂L/∂θ, layer by layer, in reverse: the derivative of the forward pass before it, in its
   * mode.
   *
   * @throws IllegalStateException if the workspace only predicts
   */
  public void backward() {
    gradient();
    List<Layer> layers = network.layers();
    List<Frame> frames = batch.frames;
    for (int i = layers.size() - 1; i >= 0; i--) {
      layers.get(i).backward(frames.get(i));
    }
  }
}
