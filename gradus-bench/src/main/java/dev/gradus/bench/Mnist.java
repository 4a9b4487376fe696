package dev.gradus.bench;

import dev.gradus.data.BatchSource;
import dev.gradus.data.Dataset;
import dev.gradus.data.Xoshiro256;
import dev.gradus.layer.StandardInitializer;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.Precision;
import dev.gradus.network.Network;
import dev.gradus.network.Parameters;
import dev.gradus.optimize.Adam;
import dev.gradus.optimize.LearningRate;
import dev.gradus.train.Length;
import dev.gradus.train.Trainer;
import dev.gradus.train.TrainingEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code ./gradus bench mnist}: handwritten digits, 784-256-128-10, relu, softmax_ce, Adam 1e-3,
 * batch 128, float32. Pixels are divided by 255, and that is all the preparation.
 */
final class Mnist {
  private static final Shape SHAPE = Shape.of(784, 256, 128, 10);
  private static final int BATCH = 128;
  private static final double RATE = 1e-3;

  private Mnist() {}

  /**
   * What is wanted.
   *
   * @param data the folder of the four files
   * @param threads of the run
   * @param epochs of the run
   * @param peers whether DJL does the same afterwards
   */
  record Wanted(Path data, int threads, int epochs, boolean peers) {
    /** Reads the words after {@code mnist}. */
    static Wanted read(List<String> words) {
      String data = "";
      int threads = Runtime.getRuntime().availableProcessors();
      int epochs = 10;
      boolean peers = true;
      List<String> rest = new ArrayList<>(words);
      while (!rest.isEmpty()) {
        String word = rest.removeFirst();
        switch (word) {
          case "--data" -> data = BenchArguments.value(word, rest);
          case "--threads" ->
              threads = BenchArguments.whole(word, BenchArguments.value(word, rest));
          case "--epochs" -> epochs = BenchArguments.whole(word, BenchArguments.value(word, rest));
          case "--no-peers" -> peers = false;
          default -> throw new WrongUse("\"" + word + "\": see ./gradus bench --help");
        }
      }
      if (data.isEmpty()) {
        throw new WrongUse("mnist: wants --data FOLDER, with the four IDX files of MNIST");
      }
      return new Wanted(Path.of(data), threads, epochs, peers);
    }
  }

  /** Trains, tells the epochs on standard error, returns what is printed. */
  static String command(List<String> words, Path root) throws IOException, InterruptedException {
    Wanted wanted = Wanted.read(words);
    StringBuilder text = new StringBuilder(train(wanted));
    Path djl = root.resolve("gradus-bench/target/peers/djl");
    if (!wanted.peers()) {
      return text.toString();
    }
    if (!Files.exists(djl.resolve("classes/DjlPeer.class"))) {
      return text.append("DJL with PyTorch is missing: Maven could not fetch it\n").toString();
    }
    List<String> command = new ArrayList<>(Contestants.peerJava(djl));
    command.addAll(List.of("DjlPeer", "mnist", Integer.toString(wanted.threads())));
    command.addAll(List.of(wanted.data().toString(), Integer.toString(wanted.epochs())));
    Child child = Child.run(command, java.util.Map.of()).orFail("DJL on MNIST");
    Answer answer = Answer.read(child.output());
    double seconds = answer.values().getOrDefault("MNIST_SECONDS", Double.NaN);
    double accuracy = answer.values().getOrDefault("MNIST_ACCURACY", Double.NaN);
    return text.append(line(answer.name(), wanted, accuracy, seconds)).toString();
  }

  private static String train(Wanted wanted) throws IOException {
    try (Compute compute = Compute.of(Precision.FLOAT32, wanted.threads())) {
      Dataset training = read(wanted.data(), "train", compute);
      Dataset test = read(wanted.data(), "t10k", compute);
      Network network = OurWorkloads.network(SHAPE, StandardInitializer.HE_NORMAL);
      Xoshiro256 random = Xoshiro256.seeded(0);
      long start = System.nanoTime();
      Parameters theta = network.initialize(compute, random);
      Trainer.of(network, StandardLoss.SOFTMAX_CE)
          .withOptimizer(Adam.adam())
          .withLearningRate(LearningRate.constant(RATE))
          .withBatchSize(BATCH)
          .withLength(new Length.Epochs(wanted.epochs()))
          .withReportEvery(0)
          .train(theta, BatchSource.shuffled(training), random, event -> tell(event, start));
      double seconds = (System.nanoTime() - start) / 1e9;
      double accuracy = accuracy(network.predict(theta, test.x()), test.target());
      return line("Gradus", wanted, accuracy, seconds);
    }
  }

  private static String line(String who, Wanted wanted, double accuracy, double seconds) {
    return String.format(
        Locale.ROOT,
        "%s: test accuracy %.4f, %d epochs in %.1f s, threads %d%n",
        who,
        accuracy,
        wanted.epochs(),
        seconds,
        wanted.threads());
  }

  private static void tell(TrainingEvent event, long start) {
    if (event instanceof TrainingEvent.EpochEnded ended) {
      double seconds = (System.nanoTime() - start) / 1e9;
      System.err.printf(
          Locale.ROOT,
          "epoch %d: loss %.4f, %.1f s%n",
          ended.epoch(),
          ended.trainingLoss(),
          seconds);
    }
  }

  /** The images and labels of one part: {@code train} or {@code t10k}. */
  static Dataset read(Path folder, String part, Compute compute) throws IOException {
    IdxFile images = IdxFile.read(folder.resolve(part + "-images-idx3-ubyte.gz"));
    IdxFile labels = IdxFile.read(folder.resolve(part + "-labels-idx1-ubyte.gz"));
    if (images.count() != labels.count() || images.width() != SHAPE.inputs()) {
      throw new IOException(folder + ": " + part + ": images " + images + ", labels " + labels);
    }
    Matrix x = compute.matrix(images.count(), SHAPE.inputs());
    Matrix target = compute.matrix(labels.count(), SHAPE.outputs());
    double[] row = new double[SHAPE.inputs()];
    for (int i = 0; i < images.count(); i++) {
      for (int j = 0; j < row.length; j++) {
        row[j] = images.get(i * row.length + j) / 255.0;
      }
      x.setRow(i, row);
      target.set(i, labels.get(i), 1);
    }
    return new Dataset(x, target);
  }

  /** The share of rows whose greatest logit is that of the label; ties go to the lower index. */
  static double accuracy(Matrix logits, Matrix target) {
    int right = 0;
    for (int i = 0; i < logits.rows(); i++) {
      right += argmax(logits, i) == argmax(target, i) ? 1 : 0;
    }
    return (double) right / logits.rows();
  }

  private static int argmax(Matrix matrix, int row) {
    int best = 0;
    for (int j = 1; j < matrix.columns(); j++) {
      if (matrix.get(row, j) > matrix.get(row, best)) {
        best = j;
      }
    }
    return best;
  }
}
