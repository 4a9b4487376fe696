package dev.gradus.lab.plan;

import dev.gradus.data.BatchSource;
import dev.gradus.data.Dataset;
import dev.gradus.data.Xoshiro256;
import dev.gradus.lab.http.Refusal;
import dev.gradus.matrix.Compute;
import dev.gradus.network.Network;
import dev.gradus.network.Parameters;
import dev.gradus.optimize.Schedule;
import dev.gradus.tabular.model.Evaluation;
import dev.gradus.tabular.model.EvaluationForm;
import dev.gradus.tabular.model.Model;
import dev.gradus.train.Trainer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** A network, what it is to learn, and how: all that stands before the first step. Immutable. */
public final class Experiment {
  /** A larger one could not be watched. */
  private static final int MOST_PARAMETERS = 1 << 20;

  /** Rows that the layers are looked at with. */
  private static final int PROBE = 64;

  /** Rows that stand for all that are held out. */
  private static final int VALIDATED = 1000;

  private final Task task;
  private final Settings settings;
  private final Network network;

  private Experiment(Task task, Settings settings) {
    task.requireFit(settings.loss());
    this.task = task;
    this.settings = settings;
    this.network = settings.network(task.features().inputs(), task.outputs(settings.loss()));
  }

  /** Makes one, or says what does not fit. */
  public static Experiment of(Task task, Settings settings) {
    if (task.endless() && settings.schedule() == Schedule.PLATEAU) {
      throw Refusal.unfit(
          "settings.schedule", "plateau: waits for epochs, which " + task.name() + " has not");
    }
    if (task.endless() && settings.isFullBatch()) {
      throw Refusal.unfit(
          "settings.optimizer", "lbfgs: wants all rows at once, which " + task.name() + " has not");
    }
    if (settings.isFullBatch() && settings.dropout() > 0) {
      throw Refusal.unfit(
          "settings.dropout", "lbfgs wants a loss that is the same in each evaluation: no dropout");
    }
    Experiment made = new Experiment(task, settings);
    int parameters = made.network.parameterCount();
    if (parameters > MOST_PARAMETERS) {
      throw Refusal.unfit(
          "settings.layers", parameters + " parameters; wants at most " + MOST_PARAMETERS);
    }
    return made;
  }

  /** The data. */
  public Task task() {
    return task;
  }

  /** How it is trained. */
  public Settings settings() {
    return settings;
  }

  /** What is trained. */
  public Network network() {
    return network;
  }

  /** What draws the parameters first, and the rows then. */
  public Xoshiro256 random() {
    return Xoshiro256.seeded(settings.seed());
  }

  /** The recipe. */
  public Trainer trainer(Compute compute) {
    Trainer trainer = settings.trainer(network, rowsOfEpoch());
    return settings.schedule() == Schedule.PLATEAU
        ? trainer.withValidation(validation(compute))
        : trainer;
  }

  /**
   * The run's size: each weight takes part in three products a row (forward, dW, dx), each a
   * multiplication and an addition.
   */
  public double flop() {
    double rows = settings.isFullBatch() ? rowsOfEpoch() : settings.batchSize();
    return 6.0 * network.parameterCount() * rows * settings.steps();
  }

  /** Rows of an epoch; 0 where there is none. */
  public int rowsOfEpoch() {
    return task.endless() ? 0 : task.training().length;
  }

  /** Where minibatches come from. */
  public BatchSource source(Compute compute) {
    if (task.endless()) {
      return BatchSource.drawn(
          1,
          1,
          (random, x, y) -> {
            x[0] = 2 * PlayData.REACH * random.nextDouble() - PlayData.REACH;
            y[0] = StrictMath.sin(x[0]);
          });
    }
    return BatchSource.shuffled(dataset(task.training(), compute));
  }

  /** Rows held out, as the network takes them; at most 1,000, evenly spread. */
  public Dataset validation(Compute compute) {
    return dataset(evenly(task.validation(), VALIDATED), compute);
  }

  /** The rows that layers are looked at with: of those to learn from, evenly spread. */
  public Dataset probe(Compute compute) {
    return dataset(evenly(task.training(), PROBE), compute);
  }

  /** Some of the rows to learn from, evenly spread. */
  public Dataset rows(int count, Compute compute) {
    return dataset(evenly(task.training(), count), compute);
  }

  /** At most so many of some rows. */
  public static int[] evenly(int[] rows, int most) {
    int n = Math.min(most, rows.length);
    return IntStream.range(0, n).map(k -> rows[(int) ((long) k * rows.length / n)]).toArray();
  }

  private Dataset dataset(int[] rows, Compute compute) {
    return model(network.zeros(compute), Map.of()).dataset(task.table(), rows, compute);
  }

  /** The network with some parameters as a model; shares them. */
  public Model model(Parameters theta, Map<String, Object> record) {
    return Model.of(
        network, theta, task.features(), task.target(), settings.loss(), task.shares(), record);
  }

  /** The same with a record of how it was trained and how good it is: to be kept. */
  public Model finished(Parameters theta, long steps) {
    Model model = model(theta, Map.of());
    Evaluation evaluation = model.evaluate(task.table(), task.validation());
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("training_rows", task.training().length);
    record.put("validation_rows", task.validation().length);
    record.put("steps", steps);
    record.put("batch_size", settings.batchSize());
    record.put("optimizer", settings.optimizer().toString());
    record.put("learning_rate", settings.learningRate());
    record.put("schedule", settings.schedule().toString());
    record.put("seed", settings.seed());
    record.put("metrics", EvaluationForm.metrics(evaluation));
    record.put("baseline", EvaluationForm.baseline(evaluation));
    return model(theta, record);
  }
}
