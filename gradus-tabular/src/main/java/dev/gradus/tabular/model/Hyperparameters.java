package dev.gradus.tabular.model;

import dev.gradus.layer.Activation;
import dev.gradus.layer.Layer;
import dev.gradus.layer.StandardInitializer;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Precision;
import dev.gradus.optimize.Schedule;
import dev.gradus.optimize.StandardOptimizer;
import dev.gradus.tabular.model.Hyperparameter.Group;
import dev.gradus.tabular.preprocess.TargetTransform;
import dev.gradus.tabular.preprocess.Task;
import dev.gradus.tabular.setting.ClassWeighting;
import dev.gradus.tabular.setting.FileName;
import dev.gradus.tabular.setting.Form;
import dev.gradus.tabular.setting.HeldOut;
import dev.gradus.tabular.setting.HiddenLayers;
import dev.gradus.tabular.setting.Levels;
import dev.gradus.tabular.setting.NamedFunctions;
import dev.gradus.tabular.setting.RateFactors;
import dev.gradus.tabular.setting.RealNumber;
import dev.gradus.tabular.setting.Splitting;
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
  private static final String BY_THE_DATA = "by the number of rows: docs/defaults.md";

  /** Widths of the hidden layers. */
  public static final Hyperparameter<List<Integer>> HIDDEN =
      of(Group.NETWORK, "hidden", "N,N", new HiddenLayers(), "the hidden layers")
          .or(List.of(64, 64), MEASURED);

  /** Of the hidden layers: one for all, or one for each. */
  public static final Hyperparameter<List<Layer>> ACTIVATION =
      of(
              Group.NETWORK,
              "activation",
              "NAME",
              NamedFunctions.ACTIVATIONS,
              "after each hidden layer, or one for each: relu,tanh")
          .or(
              List.of(Activation.RELU),
              "Glorot, Bordes, Bengio (2011), Deep Sparse Rectifier Networks");

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
              "he_normal for rectifiers and their kin, lecun_normal for selu, else glorot_uniform",
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

  /** How much labels are smoothed. */
  public static final Hyperparameter<Double> LABEL_SMOOTHING =
      of(
              Group.OBJECTIVE,
              "label-smoothing",
              "X",
              RealNumber.from(0).below(1),
              "share of each label spread over all classes")
          .or(0.0, MEASURED);

  /** Quantiles to predict. */
  public static final Hyperparameter<List<Double>> QUANTILES =
      of(Group.OBJECTIVE, "quantiles", "X,X", new Levels(), "predicts quantiles of these levels")
          .otherwise("the mean alone", "");

  /** What is done to numbers before they are learned. */
  public static final Hyperparameter<TargetTransform> TARGET_TRANSFORM =
      of(
              Group.OBJECTIVE,
              "target-transform",
              "NAME",
              Form.constant(List.of(TargetTransform.values()), TargetTransform::toString),
              "done to the target, undone in predictions")
          .or(TargetTransform.STANDARDIZE, "LeCun, Bottou, Orr, Muller (1998), Efficient BackProp");

  /** How much each class counts. */
  public static final Hyperparameter<ClassWeighting> CLASS_WEIGHT =
      of(Group.OBJECTIVE, "class-weight", "W", ClassWeighting.FORM, "how much each class counts")
          .otherwise("each row counts the same", "");

  /** How much each row counts. */
  public static final Hyperparameter<String> WEIGHT =
      of(
              Group.OBJECTIVE,
              "weight",
              "COLUMN",
              Form.text("a column"),
              "how much each row counts, 0 or more")
          .otherwise("each row counts the same", "");

  /** How it descends. */
  public static final Hyperparameter<StandardOptimizer> OPTIMIZER =
      of(
              Group.STEPS,
              "optimizer",
              "NAME",
              NamedFunctions.OPTIMIZER,
              "lbfgs takes all rows in each step")
          .or(
              StandardOptimizer.ADAMW,
              "Loshchilov, Hutter (2019), Decoupled Weight Decay Regularization");

  /** The greatest of the schedule. */
  public static final Hyperparameter<Double> LEARNING_RATE =
      of(
              Group.STEPS,
              "learning-rate",
              "X",
              RealNumber.above(0).to(1e6),
              "the greatest of the schedule")
          .otherwise("0.002 · √(batch / 32)", BY_THE_DATA);

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

  /** Penalty on absolute weights. */
  public static final Hyperparameter<Double> L1 =
      of(
              Group.STEPS,
              "l1",
              "X",
              RealNumber.from(0).to(1e6),
              "penalty, l1 times the absolute weights")
          .or(0.0, MEASURED);

  /** Penalty on squared weights. */
  public static final Hyperparameter<Double> L2 =
      of(
              Group.STEPS,
              "l2",
              "X",
              RealNumber.from(0).to(1e6),
              "penalty, l2/2 times the squared weights")
          .or(0.0, "weight decay takes its place: Loshchilov, Hutter (2019)");

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
          .otherwise("2 / (rate · steps), at most 1", BY_THE_DATA);

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
          .otherwise("4,000 steps' worth, from 20 to 100", BY_THE_DATA);

  /** Rows in each step. */
  public static final Hyperparameter<Integer> BATCH_SIZE =
      of(Group.RUN, "batch-size", "N", whole(1, 1 << 24), "rows in each step")
          .otherwise("32, of more than 4,096 rows up to 256", BY_THE_DATA);

  /** Epochs without improvement until the end. */
  public static final Hyperparameter<Integer> PATIENCE =
      of(
              Group.RUN,
              "patience",
              "N",
              whole(0, 1_000_000_000),
              "epochs without a better validation loss until it stops, with the best weights;"
                  + " 0 for never")
          .or(0, MEASURED);

  /** What the training is judged by. */
  public static final Hyperparameter<HeldOut> VALIDATION =
      of(Group.RUN, "validation", "X|FILE", HeldOut.FORM, "rows held out while it trains")
          .or(new HeldOut.Share(0.2), "a common rule; scikit-learn's early stopping takes 0.1");

  /** What is looked at only in the end. */
  public static final Hyperparameter<HeldOut> TEST =
      of(Group.RUN, "test", "X|FILE", HeldOut.FORM, "rows that are not touched before the end")
          .otherwise("none", "");

  /** By what rows are held out. */
  public static final Hyperparameter<Splitting> SPLIT =
      of(
              Group.RUN,
              "split",
              "HOW",
              Splitting.FORM,
              "which rows are held out: drawn ones, or the last by a column")
          .or(Splitting.RANDOM, "rows that do not depend on each other");

  /** Rows that stay together. */
  public static final Hyperparameter<String> GROUP =
      of(
              Group.RUN,
              "group",
              "COLUMN",
              Form.text("a column"),
              "rows with the same cell here are held out together")
          .otherwise("each row for itself", "");

  /** Cross-validation. */
  public static final Hyperparameter<Integer> FOLDS =
      of(Group.RUN, "folds", "N", whole(2, 1000), "cross-validation first, with so many parts")
          .otherwise("none", "Stone (1974), Cross-Validatory Choice; 5 and 10 are usual");

  /** Whether it is trained once more, on all rows. */
  public static final Hyperparameter<Refit> REFIT =
      of(
              Group.RUN,
              "refit",
              "WHAT",
              Form.constant(List.of(Refit.values()), Refit::toString),
              "all: once judged, it is trained again with the rows held out for validation")
          .otherwise("all for up to 5,000 training rows, else none", BY_THE_DATA);

  /** A model to begin from. */
  public static final Hyperparameter<String> WARM_START =
      of(
              Group.RUN,
              "warm-start",
              "MODEL",
              new FileName("a model file"),
              "begins from this model's weights")
          .otherwise("from drawn weights", "");

  /** In which it computes. */
  public static final Hyperparameter<Precision> PRECISION =
      of(
              Group.RUN,
              "precision",
              "NAME",
              Form.constant(List.of(Precision.values()), Precision::toString),
              "of all numbers")
          .or(Precision.FLOAT32, "enough for training, and twice as fast");

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
          LABEL_SMOOTHING,
          QUANTILES,
          TARGET_TRANSFORM,
          CLASS_WEIGHT,
          WEIGHT,
          OPTIMIZER,
          LEARNING_RATE,
          SCHEDULE,
          WARM_UP,
          MOMENTUM,
          L1,
          L2,
          NESTEROV,
          RATE_FACTORS,
          WEIGHT_DECAY,
          CLIP_NORM,
          CLIP_VALUE,
          MAX_NORM,
          EPOCHS,
          BATCH_SIZE,
          PATIENCE,
          VALIDATION,
          TEST,
          SPLIT,
          GROUP,
          FOLDS,
          REFIT,
          WARM_START,
          PRECISION,
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
