package dev.gradus.bench;

import static dev.gradus.layer.Dense.dense;

import dev.gradus.data.BatchSource;
import dev.gradus.data.Dataset;
import dev.gradus.data.Xoshiro256;
import dev.gradus.layer.Activation;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.Precision;
import dev.gradus.network.Network;
import dev.gradus.network.ParameterBlock;
import dev.gradus.network.Parameters;
import dev.gradus.optimize.Adam;
import dev.gradus.optimize.LearningRate;
import dev.gradus.optimize.Optimizer;
import dev.gradus.optimize.Sgd;
import dev.gradus.tabular.file.Tensor;
import dev.gradus.tabular.file.TensorFile;
import dev.gradus.train.Length;
import dev.gradus.train.Trainer;
import dev.gradus.train.TrainingEvent;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A part of {@link SameBits}: trains a few networks and says the hash of each one's weights,
 * predictions and losses, as they stand in a file.
 */
final class SameBitsTraining {
  /** Begins a line of the answer: then what was trained, then the hash. */
  static final String HASH = "HASH";

  /** The networks of the comparison. */
  enum Kind {
    /** A regression by relu. */
    RELU(Activation.RELU, StandardLoss.MSE, Sgd.nesterov(0.9), 2),
    /** A regression by tanh. */
    TANH(Activation.TANH, StandardLoss.MAE, Adam.adam(), 2),
    /** A classification by softmax. */
    SOFTMAX(Activation.SIGMOID, StandardLoss.SOFTMAX_CE, Adam.adam(), 5);

    private final Activation activation;
    private final StandardLoss loss;

    @SuppressWarnings("ImmutableEnumChecker") // the optimizers used here are records
    private final Optimizer optimizer;

    private final int outputs;

    Kind(Activation activation, StandardLoss loss, Optimizer optimizer, int outputs) {
      this.activation = activation;
      this.loss = loss;
      this.optimizer = optimizer;
      this.outputs = outputs;
    }
  }

  /**
   * How large. Odd widths leave a rest beside the lanes; the small one is large enough for threads
   * to share its products.
   */
  enum Size {
    TINY(9, 3, 5, 4),
    SMALL(150, 37, 71, 61);

    private final int rows;
    private final int inputs;
    private final int hidden;
    private final int batch;

    Size(int rows, int inputs, int hidden, int batch) {
      this.rows = rows;
      this.inputs = inputs;
      this.hidden = hidden;
      this.batch = batch;
    }
  }

  private SameBitsTraining() {}

  /** The words: a number of threads, then {@code tiny} or {@code all}. */
  static String report(List<String> words) {
    int threads = BenchArguments.whole("--threads", words.getFirst());
    StringBuilder text = new StringBuilder();
    for (Precision precision : Precision.values()) {
      try (Compute compute = Compute.of(precision, threads)) {
        for (Size size : words.get(1).equals("tiny") ? new Size[] {Size.TINY} : Size.values()) {
          for (Kind kind : Kind.values()) {
            String what = kind + " " + precision + " " + size;
            String hash = hash(train(kind, size, compute).bytes());
            text.append(HASH + "\t" + what.toLowerCase(Locale.ROOT) + "\t" + hash + "\n");
          }
        }
      }
    }
    return text.toString();
  }

  private static TensorFile train(Kind kind, Size size, Compute compute) {
    Xoshiro256 random = Xoshiro256.seeded(7);
    Network network =
        Network.of(
            size.inputs,
            dense(size.inputs, size.hidden),
            kind.activation,
            dense(size.hidden, size.hidden),
            kind.activation,
            dense(size.hidden, kind.outputs));
    Dataset data = data(kind, size, compute, random);
    Parameters theta = network.initialize(compute, random);
    List<Object> losses = new ArrayList<>();
    Trainer.of(network, kind.loss)
        .withOptimizer(kind.optimizer)
        .withLearningRate(LearningRate.cosine(0.02))
        .withBatchSize(size.batch)
        .withLength(new Length.Epochs(4))
        .withReportEvery(1)
        .train(theta, BatchSource.shuffled(data), random, event -> keep(event, losses));
    return file(theta, network.predict(theta, data.x()), losses);
  }

  private static void keep(TrainingEvent event, List<Object> losses) {
    if (event instanceof TrainingEvent.Stepped stepped) {
      losses.add(stepped.loss());
    }
  }

  private static Dataset data(Kind kind, Size size, Compute compute, Xoshiro256 random) {
    Matrix x = OurWorkloads.uniform(compute, size.rows, size.inputs, random);
    if (kind.loss != StandardLoss.SOFTMAX_CE) {
      return new Dataset(x, OurWorkloads.uniform(compute, size.rows, kind.outputs, random));
    }
    Matrix target = compute.matrix(size.rows, kind.outputs);
    for (int i = 0; i < size.rows; i++) {
      target.set(i, random.nextInt(kind.outputs), 1);
    }
    return new Dataset(x, target);
  }

  private static TensorFile file(Parameters theta, Matrix prediction, List<Object> losses) {
    List<Tensor> tensors = new ArrayList<>();
    for (ParameterBlock part : theta.layout()) {
      tensors.add(tensor(part.name(), theta.get(part.name())));
    }
    tensors.add(tensor("prediction", prediction));
    return new TensorFile(Map.of("losses", losses), tensors);
  }

  private static Tensor tensor(String name, Matrix matrix) {
    Precision precision = matrix.compute().precision();
    return new Tensor(name, matrix.rows(), matrix.columns(), precision, matrix.toArray());
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
