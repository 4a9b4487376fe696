package dev.gradus.tabular.model;

import dev.gradus.layer.Activation;
import dev.gradus.layer.Layer;
import dev.gradus.layer.StandardInitializer;
import dev.gradus.loss.StandardLoss;
import dev.gradus.optimize.Schedule;
import dev.gradus.optimize.StandardOptimizer;
import dev.gradus.tabular.model.Hyperparameter.Group;
import dev.gradus.tabular.preprocess.Task;
import dev.gradus.tabular.setting.Form;
import dev.gradus.tabular.setting.HiddenLayers;
import dev.gradus.tabular.setting.NamedFunctions;
import dev.gradus.tabular.setting.RateFactors;
import dev.gradus.tabular.setting.RealNumber;
import dev.gradus.tabular.setting.WholeNumber;
import dev.gradus.train.ParameterGroup;
import java.util.List;
import java.util.Optional;

/**
 * The table of hyperparameters: each with its range, what holds unless it is set, and where that
 * comes from. A new one is a new constant, a line in {@link #all}, and the place that reads it.
 */
public final class Hyperparameters {
  private static final String MEASURED = "measured: docs/defaults.md";

  /** Widths of the hidden layers. */
  public static final Hyperparameter<List<Integer>> HIDDEN =
      of(Group.NETWORK, "hidden", "N,N", new HiddenLayers(), "the hidden layers")
          .or(List.of(64, 64), MEASURED);

  /** The activation of the hidden layers. */
  public static final Hyperparameter<Layer> ACTIVATION =
      of(Group.NETWORK, "activation", "NAME", NamedFunctions.ACTIVATION, "between the layers")
          .or(Activation.RELU, "Glorot, Bordes, Bengio (2011), Deep Sparse Rectifier Networks");

  /** What stands before each activation. */
  public static final Hyperparameter<Normalization> NORMALIZATION =
      of(
              Group.NETWORK,
              "normalization",
              "NAME",
              Form.constant(List.of(Normalization.values()), Normalization::toString),
              "before each activation")
          .or(Normalization.NONE, MEASURED);

  /** The share of hidden units that is dropped in training. */
  public static final Hyperparameter<Double> DROPOUT =
      of(
              Group.NETWORK,
              "dropout",
              "X",
              RealNumber.from(0).below(1),
              "share of hidden units dropped in training")
          .or(0.0, MEASURED);

  /** Of the weights. */
  public static final Hyperparameter<StandardInitializer> INITIALIZER =
      of(Group.NETWORK, "initializer", "NAME", NamedFunctions.INITIALIZER, "of the weights")
          .otherwise(
              "he_normal for rectifiers and their kin, else glorot_uniform",
              "He et al. (2015), Delving Deep into Rectifiers; Glorot, Bengio (2010)");

  /** What is made small. */
  public static final Hyperparameter<StandardLoss> LOSS =
      of(Group.OBJECTIVE, "loss", "NAME", NamedFunctions.LOSS, "what is made small")
          .otherwise(
              "mse for values, softmax_ce for classes",
              "Bishop (2006), Pattern Recognition and Machine Learning, section 5.2");

  /** Regression or classification. */
  public static final Hyperparameter<Task> TASK =
      of(
              Group.OBJECTIVE,
              "task",
              "NAME",
              Form.constant(List.of(Task.values()), Task::label),
              "what is predicted")
          .otherwise("by the target's values", "texts and few whole numbers are classes");

  /** How it descends. */
  public static final Hyperparameter<StandardOptimizer> OPTIMIZER =
      of(
              Group.STEPS,
              "optimizer",
              "NAME",
              NamedFunctions.OPTIMIZER,
              "lbfgs takes all rows in each step")
          .or(StandardOptimizer.ADAM, "Kingma, Ba (2015), Adam");

  /** The greatest of the schedule. */
  public static final Hyperparameter<Double> LEARNING_RATE =
      of(
              Group.STEPS,
              "learning-rate",
              "X",
              RealNumber.above(0).to(1e6),
              "the greatest of the schedule")
          .or(1e-3, "Kingma, Ba (2015), Adam, algorithm 1");

  /** Of the learning rate. */
  public static final Hyperparameter<Schedule> SCHEDULE =
      of(Group.STEPS, "schedule", "NAME", NamedFunctions.SCHEDULE, "of the learning rate")
          .or(Schedule.COSINE, "Loshchilov, Hutter (2017), SGDR, without restarts");

  /** The fraction of the steps in which the rate rises first. */
  public static final Hyperparameter<Double> WARM_UP =
      of(
              Group.STEPS,
              "warm-up",
              "X",
              RealNumber.from(0).below(1),
              "fraction of steps to the full rate")
          .or(0.0, "small networks start well without");

  /** Of sgd. */
  public static final Hyperparameter<Double> MOMENTUM =
      of(Group.STEPS, "momentum", "X", RealNumber.from(0).below(1), "of sgd").otherwise("none", "");

  /** Of sgd, with Nesterov's look-ahead. */
  public static final Hyperparameter<Double> NESTEROV =
      of(
              Group.STEPS,
              "nesterov",
              "X",
              RealNumber.above(0).below(1),
              "momentum of sgd that looks ahead")
          .otherwise("none", "");

  /** The factors of the learning rate for groups of parameters. */
  public static final Hyperparameter<List<ParameterGroup>> RATE_FACTORS =
      of(
              Group.STEPS,
              "rate-factors",
              "NAME=X,NAME=X",
              new RateFactors(),
              "of the learning rate for some parameters; 0 freezes them")
          .otherwise("none", "");

  /** Of adamw. */
  public static final Hyperparameter<Double> WEIGHT_DECAY =
      of(Group.STEPS, "weight-decay", "X", RealNumber.from(0).to(1), "of adamw")
          .otherwise("0.01 with adamw, else none", "the usual default of libraries");

  /** The longest gradient. */
  public static final Hyperparameter<Double> CLIP_NORM =
      of(Group.STEPS, "clip-norm", "X", RealNumber.above(0), "longest gradient")
          .otherwise("none", "");

  /** The greatest part of a gradient. */
  public static final Hyperparameter<Double> CLIP_VALUE =
      of(Group.STEPS, "clip-value", "X", RealNumber.above(0), "greatest part of a gradient")
          .otherwise("none", "");

  /** The longest weights into a unit. */
  public static final Hyperparameter<Double> MAX_NORM =
      of(Group.STEPS, "max-norm", "X", RealNumber.above(0), "longest weights into a unit")
          .otherwise("none", "");

  /** Passes over the training rows. */
  public static final Hyperparameter<Integer> EPOCHS =
      of(Group.RUN, "epochs", "N", whole(1, 1_000_000_000), "passes over the training rows")
          .or(100, MEASURED);

  /** Rows in each step. */
  public static final Hyperparameter<Integer> BATCH_SIZE =
      of(Group.RUN, "batch-size", "N", whole(1, 1 << 24), "rows in each step").or(32, MEASURED);

  /** The fraction of rows that is held out. */
  public static final Hyperparameter<Double> VALIDATION =
      of(Group.RUN, "validation", "X", RealNumber.above(0).below(1), "fraction of rows held out")
          .or(0.2, "a common rule");

  /** Of everything that is drawn. */
  public static final Hyperparameter<Long> SEED =
      of(
              Group.RUN,
              "seed",
              "N",
              new WholeNumber(Long.MIN_VALUE, Long.MAX_VALUE),
              "the same seed gives the same result")
          .or(0L, "any would do");

  /** To compute with. */
  public static final Hyperparameter<Integer> THREADS =
      of(
              Group.MACHINE,
              "threads",
              "N",
              whole(1, 1024).inWords("1 to 1024"),
              "threads to compute with; the result does not depend on it")
          .otherwise("as many as the machine has", "");

  private static final List<Hyperparameter<?>> ALL =
      List.of(
          HIDDEN,
          ACTIVATION,
          NORMALIZATION,
          DROPOUT,
          INITIALIZER,
          LOSS,
          TASK,
          OPTIMIZER,
          LEARNING_RATE,
          SCHEDULE,
          WARM_UP,
          MOMENTUM,
          NESTEROV,
          RATE_FACTORS,
          WEIGHT_DECAY,
          CLIP_NORM,
          CLIP_VALUE,
          MAX_NORM,
          EPOCHS,
          BATCH_SIZE,
          VALIDATION,
          SEED,
          THREADS);

  private Hyperparameters() {}

  /** All of them, in the order of the help. */
  public static List<Hyperparameter<?>> all() {
    return ALL;
  }

  private static Form<Integer> whole(int from, int to) {
    return new WholeNumber(from, to).as(Math::toIntExact);
  }

  private static <T> Line<T> of(
      Group group, String name, String label, Form<T> form, String description) {
    return new Line<>(group, name, label, form, description);
  }

  /** The first half of a line of the table. */
  private record Line<T>(Group group, String name, String label, Form<T> form, String description) {
    Hyperparameter<T> or(T standard, String source) {
      return new Hyperparameter<>(
          group, name, label, form, Optional.of(standard), "", description, source);
    }

    Hyperparameter<T> otherwise(String words, String source) {
      return new Hyperparameter<>(
          group, name, label, form, Optional.empty(), words, description, source);
    }
  }
}
