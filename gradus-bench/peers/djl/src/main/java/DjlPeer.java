import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.initializer.NormalInitializer;
import ai.djl.training.loss.L2Loss;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import ai.djl.translate.NoopTranslator;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPInputStream;

/**
 * PyTorch through DJL as a peer: {@code DjlPeer W1|W1w|W2|W3|W4 THREADS}, or {@code DjlPeer mnist
 * THREADS FOLDER EPOCHS}. float32 throughout, which is DJL's way to train. Says NAME and RESULT
 * lines, separated by tabs.
 */
final class DjlPeer {
  private static final int CHUNKS = 5;

  private final Model model;

  private DjlPeer(Model model) {
    this.model = model;
  }

  public static void main(String[] words) throws Exception {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("ai.djl.pytorch.num_threads", words[1]);
    System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    Engine engine = Engine.getInstance();
    engine.setRandomSeed(0);
    System.out.println(
        "NAME\tDJL " + Engine.getDjlVersion() + ", PyTorch " + engine.getVersion() + ", float32");
    try (Model model = Model.newInstance("peer", Device.cpu())) {
      DjlPeer peer = new DjlPeer(model);
      switch (words[0]) {
        case "W1" -> peer.w1();
        case "W1w" -> peer.whole();
        case "W2" -> peer.w2();
        case "W3" -> peer.w3();
        case "W4" -> peer.w4();
        case "mnist" -> peer.mnist(Path.of(words[2]), Integer.parseInt(words[3]));
        default -> throw new IllegalArgumentException(words[0]);
      }
    }
  }

  private static void say(String metric, double value) {
    System.out.println("RESULT\t" + metric + "\t" + value);
  }

  private static SequentialBlock network(int... outputs) {
    SequentialBlock network = new SequentialBlock();
    for (int i = 0; i < outputs.length; i++) {
      if (i > 0) {
        network.add(Activation::relu);
      }
      network.add(Linear.builder().setUnits(outputs[i]).build());
    }
    return network;
  }

  private Trainer trainer(Loss loss, Optimizer optimizer, boolean article, int batch, int inputs) {
    DefaultTrainingConfig recipe =
        new DefaultTrainingConfig(loss)
            .optOptimizer(optimizer)
            .optDevices(new Device[] {Device.cpu()});
    if (article) {
      recipe.optInitializer(new NormalInitializer(1f), parameter -> true);
    }
    Trainer trainer = model.newTrainer(recipe);
    trainer.initialize(new Shape(batch, inputs));
    return trainer;
  }

  private static Optimizer sgd() {
    return Optimizer.sgd().setLearningRateTracker(Tracker.fixed(1e-3f)).build();
  }

  private static Optimizer adam() {
    return Optimizer.adam().optLearningRateTracker(Tracker.fixed(1e-3f)).build();
  }

  /** One step; the loss stays where it is, for reading it would only cost PyTorch time. */
  private static NDArray step(Trainer trainer, NDArray x, NDArray y) {
    try (GradientCollector gradients = trainer.newGradientCollector()) {
      NDList prediction = trainer.forward(new NDList(x));
      NDArray loss = trainer.getLoss().evaluate(new NDList(y), prediction);
      gradients.backward(loss);
      trainer.step();
      return loss;
    }
  }

  private Trainer article() {
    model.setBlock(network(16, 32, 1));
    return trainer(Loss.l1Loss(), sgd(), true, 16, 1);
  }

  private static void sineSteps(Trainer trainer, int steps) {
    for (int i = 0; i < steps; i++) {
      try (NDManager scope = trainer.getManager().newSubManager()) {
        NDArray x = scope.randomUniform(-5, 5, new Shape(16, 1));
        step(trainer, x, x.sin());
      }
    }
  }

  private void w1() {
    try (Trainer trainer = article()) {
      sineSteps(trainer, 10_000);
      double[] micros = new double[CHUNKS];
      for (int chunk = 0; chunk < CHUNKS; chunk++) {
        long start = System.nanoTime();
        sineSteps(trainer, 3_000);
        micros[chunk] = (System.nanoTime() - start) / 1e3 / 3_000;
      }
      say("W1_STEP", median(micros));
    }
  }

  private void whole() {
    try (Trainer trainer = article()) {
      sineSteps(trainer, 10_000);
    }
  }

  private void w2() {
    model.setBlock(network(256, 128, 10));
    try (Trainer trainer = trainer(Loss.softmaxCrossEntropyLoss(), adam(), false, 128, 784)) {
      NDManager manager = trainer.getManager();
      NDArray x = manager.randomNormal(new Shape(468 * 128, 784));
      NDArray y = manager.randomInteger(0, 10, new Shape(468 * 128), DataType.INT64);
      epochs("W2_ROWS", trainer, x, y, 128);
    }
  }

  private void w3() {
    model.setBlock(network(1024, 1024, 1));
    try (Trainer trainer = trainer(new L2Loss("l2", 1f), sgd(), false, 256, 1024)) {
      NDManager manager = trainer.getManager();
      NDArray x = manager.randomNormal(new Shape(32 * 256, 1024));
      NDArray y = manager.randomNormal(new Shape(32 * 256, 1));
      epochs("W3_ROWS", trainer, x, y, 256);
    }
  }

  /** It gets faster for three or four epochs; those are not counted. */
  private static void epochs(String metric, Trainer trainer, NDArray x, NDArray y, int batch) {
    Random random = new Random(0);
    double[] rates = new double[CHUNKS];
    for (int epoch = -4; epoch < CHUNKS; epoch++) {
      long start = System.nanoTime();
      epoch(trainer, x, y, batch, random);
      if (epoch >= 0) {
        rates[epoch] = x.getShape().get(0) * 1e9 / (System.nanoTime() - start);
      }
    }
    say(metric, median(rates));
  }

  /** Returns the mean loss of the last batch. */
  private static float epoch(Trainer trainer, NDArray x, NDArray y, int batch, Random random) {
    long[] order = shuffled((int) x.getShape().get(0), random);
    float loss = Float.NaN;
    for (int at = 0; at < order.length; at += batch) {
      try (NDManager scope = trainer.getManager().newSubManager()) {
        int end = Math.min(at + batch, order.length);
        NDArray rows = scope.create(Arrays.copyOfRange(order, at, end));
        NDArray someX = x.get(rows);
        NDArray someY = y.get(rows);
        someX.attach(scope);
        someY.attach(scope);
        NDArray value = step(trainer, someX, someY);
        loss = end == order.length ? value.getFloat() : loss;
      }
    }
    return loss;
  }

  private static long[] shuffled(int n, Random random) {
    long[] order = new long[n];
    for (int i = 0; i < n; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  private void w4() throws Exception {
    model.setBlock(network(256, 128, 10));
    try (NDManager manager = NDManager.newBaseManager(Device.cpu());
        Predictor<NDList, NDList> predictor = model.newPredictor(new NoopTranslator(null))) {
      model.getBlock().initialize(manager, DataType.FLOAT32, new Shape(1, 784));
      NDArray one = manager.randomNormal(new Shape(1, 784));
      predict(predictor, one, 10_000);
      long[] nanos = predict(predictor, one, 20_000);
      Arrays.sort(nanos);
      say("W4_MEDIAN", nanos[nanos.length / 2] / 1e3);
      say("W4_P99", nanos[nanos.length * 99 / 100] / 1e3);
      NDArray many = manager.randomNormal(new Shape(256, 784));
      predict(predictor, many, 500);
      double[] rates = new double[CHUNKS];
      for (int chunk = 0; chunk < CHUNKS; chunk++) {
        long start = System.nanoTime();
        predict(predictor, many, 300);
        rates[chunk] = 256 * 300 * 1e9 / (System.nanoTime() - start);
      }
      say("W4_BATCH", median(rates));
    }
  }

  private static long[] predict(Predictor<NDList, NDList> predictor, NDArray x, int calls)
      throws Exception {
    long[] nanos = new long[calls];
    for (int i = 0; i < calls; i++) {
      long start = System.nanoTime();
      predictor.predict(new NDList(x)).close();
      nanos[i] = System.nanoTime() - start;
    }
    return nanos;
  }

  private void mnist(Path folder, int epochs) throws Exception {
    model.setBlock(network(256, 128, 10));
    try (NDManager data = NDManager.newBaseManager(Device.cpu())) {
      NDArray x = images(data, folder.resolve("train-images-idx3-ubyte.gz"));
      NDArray y = labels(data, folder.resolve("train-labels-idx1-ubyte.gz"));
      NDArray testX = images(data, folder.resolve("t10k-images-idx3-ubyte.gz"));
      NDArray testY = labels(data, folder.resolve("t10k-labels-idx1-ubyte.gz"));
      long start = System.nanoTime();
      try (Trainer trainer = trainer(Loss.softmaxCrossEntropyLoss(), adam(), false, 128, 784)) {
        Random random = new Random(0);
        for (int epoch = 1; epoch <= epochs; epoch++) {
          float loss = epoch(trainer, x, y, 128, random);
          System.out.println("epoch " + epoch + ": loss of the last batch " + loss);
        }
        NDArray chosen = trainer.evaluate(new NDList(testX)).singletonOrThrow().argMax(1);
        double seconds = (System.nanoTime() - start) / 1e9;
        NDArray right = chosen.toType(DataType.INT64, false).eq(testY);
        say("MNIST_ACCURACY", right.toType(DataType.FLOAT32, false).mean().getFloat());
        say("MNIST_SECONDS", seconds);
      }
    }
  }

  private static NDArray images(NDManager manager, Path file) throws IOException {
    byte[] pixels = elements(file, 16);
    float[] values = new float[pixels.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (pixels[i] & 0xff) / 255f;
    }
    return manager.create(values, new Shape(values.length / 784, 784));
  }

  private static NDArray labels(NDManager manager, Path file) throws IOException {
    byte[] labels = elements(file, 8);
    long[] values = new long[labels.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = labels[i];
    }
    return manager.create(values);
  }

  private static byte[] elements(Path file, int header) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new GZIPInputStream(Files.newInputStream(file)))) {
      in.skipNBytes(header);
      return in.readAllBytes();
    }
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
