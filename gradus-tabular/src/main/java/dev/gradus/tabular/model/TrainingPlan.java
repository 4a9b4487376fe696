package dev.gradus.tabular.model;

import dev.gradus.data.Xoshiro256;
import dev.gradus.error.DataException;
import dev.gradus.error.DivergedException;
import dev.gradus.error.Location;
import dev.gradus.loss.StandardLoss;
import dev.gradus.network.Network;
import dev.gradus.network.Parameters;
import dev.gradus.tabular.audit.TableAudit;
import dev.gradus.tabular.metric.ClassificationMetrics;
import dev.gradus.tabular.preprocess.ClassTarget;
import dev.gradus.tabular.preprocess.Features;
import dev.gradus.tabular.preprocess.HoldOut;
import dev.gradus.tabular.preprocess.RegressionTarget;
import dev.gradus.tabular.preprocess.Target;
import dev.gradus.tabular.preprocess.Task;
import dev.gradus.tabular.preprocess.TaskChoice;
import dev.gradus.tabular.preprocess.Warning;
import dev.gradus.tabular.table.Table;
import dev.gradus.train.LearningRateFinder;
import dev.gradus.train.TrainingListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that is decided before the first step: task, rows to learn from and rows held out, how
 * columns become numbers, the network. Then {@link #train}.
 */
public final class TrainingPlan {
  private final Table table;
  private final TrainingSettings settings;
  private final TaskChoice choice;
  private final HoldOut rows;
  private final Features.Fitted features;
  private final Target target;
  private final StandardLoss loss;
  private final Network network;
  private final Xoshiro256 random;

  private TrainingPlan(
      Table table,
      String targetName,
      int[] all,
      Optional<List<String>> columns,
      TrainingSettings settings) {
    this.table = table;
    this.settings = settings;
    SettingConflicts.refuse(settings);
    double held = settings.get(Hyperparameters.VALIDATION);
    this.random = Xoshiro256.seeded(settings.get(Hyperparameters.SEED));
    HoldOut.requireTwo(table.file(), all.length, held);
    this.choice = TaskChoice.of(table, targetName, all, settings.find(Hyperparameters.TASK));
    List<String> names = Features.columns(table, targetName, columns);
    if (choice.task() == Task.CLASSIFICATION) {
      ClassTarget classes = ClassTarget.fit(table, targetName, all);
      this.target = classes;
      this.rows = HoldOut.stratified(table.file(), all, classes.codes(table, all), held, random);
    } else {
      this.rows = HoldOut.split(table.file(), all, held, random);
      this.target = RegressionTarget.fit(table, targetName, rows.training());
    }
    this.loss = Output.loss(target, settings.find(Hyperparameters.LOSS), table, all);
    this.features = Features.fit(table, names, rows.training());
    this.network =
        FileLimits.network(
            Perceptron.of(settings), features.features().inputs(), Output.of(loss).width(target));
    requireLoadable();
  }

  private void requireLoadable() {
    if ((long) trainingRows() * network.inputs() > Integer.MAX_VALUE - 15) {
      throw new DataException(
          "data.too_large",
          Location.of(table.file()),
          trainingRows()
              + " rows of "
              + network.inputs()
              + " inputs; at most 2147483632 numbers are trained on: name fewer columns with"
              + " --columns");
    }
    FileLimits.requireHeader(
        table.file(),
        ModelFile.outline(network, features(), target, loss, shares()),
        features().list().size());
  }

  /**
   * Decides.
   *
   * @param target the column to predict
   * @param rows those that have a target, counted from 0
   * @param columns the feature columns, if stated; else all but the target
   */
  public static TrainingPlan of(
      Table table,
      String target,
      int[] rows,
      Optional<List<String>> columns,
      TrainingSettings settings) {
    return new TrainingPlan(table, target, rows, columns, settings);
  }

  /** The task, and why. */
  public TaskChoice task() {
    return choice;
  }

  /** What is odd about the columns, alone and beside each other. */
  public List<Warning> warnings() {
    List<Warning> warnings = new ArrayList<>(features.warnings());
    warnings.addAll(TableAudit.of(table, target, features().names(), training(), validation()));
    return List.copyOf(warnings);
  }

  /** How columns become inputs. */
  public Features features() {
    return features.features();
  }

  /** What is predicted. */
  public Target target() {
    return target;
  }

  /** What is made small. */
  public StandardLoss loss() {
    return loss;
  }

  /** What is trained. */
  public Network network() {
    return network;
  }

  /** The widths of its layers of weights: {@code 14-64-64-1}. */
  public String widths() {
    StringBuilder text = new StringBuilder(Integer.toString(network.inputs()));
    network.layout().stream()
        .filter(part -> part.block().symbol().equals("W"))
        .forEach(part -> text.append('-').append(part.block().columns()));
    return text.toString();
  }

  /** How many rows are learned from. */
  public int trainingRows() {
    return rows.training().length;
  }

  /** How many rows are held out. */
  public int validationRows() {
    return rows.validation().length;
  }

  /** How it was trained. */
  public TrainingSettings settings() {
    return settings;
  }

  /**
   * Trains.
   *
   * @throws DivergedException if a loss, a gradient or a weight is not finite
   */
  public Trained train(TrainingListener listener) {
    return train(listener, epoch -> {});
  }

  /**
   * The same, telling of each epoch what only a model's training knows of it.
   *
   * @throws DivergedException if a loss, a gradient or a weight is not finite
   */
  public Trained train(TrainingListener listener, EpochListener epochs) {
    return train(listener, epochs, TrainingContext.standard()).orElseThrow();
  }

  /**
   * The same, stopped and kept as the context wants it.
   *
   * @return the model; nothing if the training was asked to stop, and its state is in a checkpoint
   * @throws DivergedException if a loss, a gradient or a weight is not finite
   * @throws dev.gradus.error.FileException if a checkpoint cannot be written
   * @throws dev.gradus.error.ConfigException if the checkpoint to go on from is of another training
   */
  public Optional<Trained> train(
      TrainingListener listener, EpochListener epochs, TrainingContext context) {
    return new Training(this, random).run(listener, epochs, context);
  }

  /** The loss against the learning rate, from the parameters with which a training would begin. */
  public LearningRateFinder.Sweep learningRates() {
    return new Training(this, random).learningRates();
  }

  /** The table. */
  public Table table() {
    return table;
  }

  /** The rows to learn from, counted from 0: a copy. */
  public int[] training() {
    return rows.training();
  }

  /** The rows held out, counted from 0: a copy. */
  public int[] validation() {
    return rows.validation();
  }

  Model model(Parameters theta, Optional<FittedNetwork> linear, Map<String, Object> record) {
    return new Model(
        new FittedNetwork(network, theta), linear, features(), target, loss, shares(), record);
  }

  private List<Double> shares() {
    if (target instanceof ClassTarget classes) {
      int[] codes = classes.codes(table, rows.training());
      double[] shares = ClassificationMetrics.shares(codes, classes.classes().size());
      return Arrays.stream(shares).boxed().toList();
    }
    return List.of();
  }
}
