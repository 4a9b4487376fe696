package dev.gradus.cli;

import dev.gradus.error.ConfigException;
import dev.gradus.error.DivergedException;
import dev.gradus.error.Location;
import dev.gradus.optimize.StandardOptimizer;
import dev.gradus.tabular.model.CheckpointFile;
import dev.gradus.tabular.model.CrossValidation;
import dev.gradus.tabular.model.Epoch;
import dev.gradus.tabular.model.Hyperparameter;
import dev.gradus.tabular.model.Hyperparameters;
import dev.gradus.tabular.model.Model;
import dev.gradus.tabular.model.PermutationImportance;
import dev.gradus.tabular.model.Trained;
import dev.gradus.tabular.model.TrainingContext;
import dev.gradus.tabular.model.TrainingPlan;
import dev.gradus.tabular.model.TrainingSettings;
import dev.gradus.tabular.preprocess.Warning;
import dev.gradus.tabular.setting.Form;
import dev.gradus.tabular.setting.NameList;
import dev.gradus.tabular.setting.RealNumber;
import dev.gradus.tabular.table.Table;
import dev.gradus.train.StopSignal;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code gradus train DATA.csv --target COLUMN}: a model from a table. */
final class TrainCommand implements Command {
  private static final Form<List<String>> TARGETS =
      new NameList("the name of a column, or several between commas");

  /** What changes no bit of the model, and so is not in its record. */
  private static final List<String> NOT_REPEATED =
      List.of(
          "--out",
          ConfigFile.FLAG,
          "--threads",
          "--report",
          "--history",
          "--checkpoint",
          "--checkpoint-every",
          "--resume");

  private final Settings settings;
  private final Setting<String> data;
  private final Setting<List<String>> targets;
  private final Setting<String> out;
  private final Setting<String> config;
  private final HyperparameterFlags hyperparameters;
  private final Setting<Boolean> findLearningRate;
  private final TrainingColumns columns;
  private final Setting<Boolean> noCheck;
  private final CheckpointFlags checkpoints;
  private final TrainingFiles files;

  TrainCommand(Settings settings) {
    this.settings = settings;
    data = settings.argument("DATA.csv", "the table; its first record names the columns");
    targets =
        settings
            .flag(
                "--target",
                TARGETS,
                "the column to predict; several with commas between; a name with a comma in quotes")
            .labelled("COLUMN");
    out = settings.file("--out", "FILE", "the model; DATA.gradus unless stated").orNothing();
    config =
        settings
            .file(ConfigFile.FLAG, "FILE", "flags from a file, as lines key = value without dashes")
            .orNothing();
    hyperparameters = new HyperparameterFlags(settings);
    findLearningRate =
        settings.toggle(
            "--find-learning-rate", "draws the loss against the rate instead of training");
    columns = new TrainingColumns(settings, data, targets);
    noCheck = settings.toggle("--no-check", "leaves out the check of the gradient before it");
    checkpoints = new CheckpointFlags(settings);
    files = new TrainingFiles(settings);
  }

  @Override
  public ExitStatus run(Terminal terminal) {
    Path model = Path.of(out.given().orElseGet(() -> modelName(data.value())));
    checkpoints.refuseIdleFlags();
    files(model).require();
    if (findLearningRate.value()) {
      refuseIdleFlags(hyperparameters.value());
    }
    try (@Nullable CheckpointFile kept = checkpoints.open().orElse(null)) {
      return run(model, Optional.ofNullable(kept), terminal);
    }
  }

  /** All that is read, and all that is written. */
  private FilesApart files(Path model) {
    TrainingSettings chosen = hyperparameters.value();
    FilesApart all = new FilesApart().reads(data, "the input").reads(config, ConfigFile.FLAG);
    for (Hyperparameter<?> parameter : TrainingInputs.OF_FILES) {
      all.reads(TrainingInputs.file(chosen, parameter), parameter.flag());
    }
    if (out.isGiven()) {
      all.writes(out);
    } else {
      all.writes(model.toString(), "", "the model", model);
    }
    checkpoints.announce(all);
    files.announce(all);
    return all;
  }

  private ExitStatus run(Path model, Optional<CheckpointFile> kept, Terminal terminal) {
    Optional<TrainingContext.Checkpoints> checkpoint =
        kept.map(file -> checkpoints.use(file, terminal)); // a damaged one is refused before all
    TrainingSettings settings = hyperparameters.value();
    TrainingInputs inputs = TrainingInputs.read(columns, settings);
    Table table = inputs.table();
    TrainingPlan plan = TrainingPlan.of(inputs.data(targets.value(), columns.features()), settings);
    Page page = new Page(terminal);
    TrainingPage said = new TrainingPage(page, plan);
    said.announce(table, columns.imputes());
    said.dropped(inputs.rows(), "");
    inputs.validation().ifPresent(of -> said.dropped(of, "validation_"));
    inputs.test().ifPresent(of -> said.dropped(of, "test_"));
    List<Warning> warnings = plan.warnings();
    warnings.forEach(
        warning -> terminal.warn(warning.code(), Location.of(table.file()), warning.message()));
    if (findLearningRate.value()) {
      LearningRatePicture.show(plan.learningRates(), model, terminal, page);
      return ExitStatus.DONE;
    }
    if (settings.states(Hyperparameters.FOLDS)) {
      said.folds(crossValidated(plan, terminal));
    }
    StopSignal stop = new StopSignal();
    TrainingContext context = context(inputs).stoppedBy(stop);
    if (checkpoint.isPresent()) {
      context = context.keptIn(checkpoint.get());
    }
    StopNews news = new StopNews();
    try (StopHandler signals = new StopHandler(stop)) {
      Optional<Trained> trained = trained(plan, context, news, terminal, page);
      trained.ifPresent(done -> done.model().save(model));
      files.writeHistory(plan, page); // after the model: if it fails, the training is not lost
      if (trained.isPresent()) {
        List<PermutationImportance> importance = trained.get().importance(plan);
        files.writeReport(plan, trained.get(), importance, warnings, page);
        said.report(trained.get(), importance, model, files.written());
        warnOfGradient(trained.get().model(), model, terminal);
      }
      if (trained.isPresent() && !trained.get().wasAsked()) {
        return ExitStatus.DONE;
      }
      String saved = trained.isPresent() ? model.toString() : kept.orElseThrow().file().toString();
      news.tell(saved, trained.isPresent(), terminal);
      return signals.heard().orElse(ExitStatus.INTERRUPTED);
    }
  }

  private static void warnOfGradient(Model trained, Path file, Terminal terminal) {
    if (TrainingPage.failedCheck(trained.record())) {
      terminal.warn(
          "gradient.wrong",
          Location.of(file.toString()),
          "the check of the gradient before the training failed; gradus check tells more");
    }
  }

  private TrainingContext context(TrainingInputs inputs) {
    TrainingContext context = inputs.context(settings, hyperparameters.value(), NOT_REPEATED);
    return noCheck.value() ? context.unchecked() : context;
  }

  /** The same model once more, from the words of its record; nothing is written. */
  Trained again(Terminal terminal) {
    TrainingSettings chosen = hyperparameters.value();
    TrainingInputs inputs = TrainingInputs.read(columns, chosen);
    TrainingPlan plan = TrainingPlan.of(inputs.data(targets.value(), columns.features()), chosen);
    TrainingContext context = context(inputs);
    try (Progress progress =
        terminal.progress(plan.settings().get(Hyperparameters.EPOCHS), "training")) {
      return plan.train(event -> {}, epoch -> progress.step(1), context).orElseThrow();
    }
  }

  private static CrossValidation crossValidated(TrainingPlan plan, Terminal terminal) {
    int folds = plan.settings().get(Hyperparameters.FOLDS);
    try (Progress progress = terminal.progress(folds, "cross-validation")) {
      return CrossValidation.of(plan, done -> progress.step(1, () -> ""));
    }
  }

  /** What {@code --find-learning-rate}, which trains nothing, would pass over. */
  private void refuseIdleFlags(TrainingSettings chosen) {
    if (chosen.get(Hyperparameters.OPTIMIZER) == StandardOptimizer.LBFGS) {
      throw new ConfigException(
          "flag.conflict", findLearningRate.location(), "lbfgs finds the length of its steps");
    }
    if (out.isGiven() && out.value().contains("\\")) {
      throw out.refused("wants a name without backslashes for the picture");
    }
    List<Location> idle = new ArrayList<>();
    checkpoints.given().forEach(flag -> idle.add(flag.location()));
    files.given().forEach(flag -> idle.add(flag.location()));
    chosen.find(Hyperparameters.FOLDS).ifPresent(n -> idle.add(Hyperparameters.FOLDS.at(n)));
    chosen.find(Hyperparameters.TEST).ifPresent(rows -> idle.add(Hyperparameters.TEST.at(rows)));
    if (!idle.isEmpty()) {
      throw new ConfigException(
          "flag.conflict", idle.getFirst(), "has no effect beside " + findLearningRate.name());
    }
  }

  /** A training that fails leaves its history, and nothing hides why it failed. */
  private Optional<Trained> trained(
      TrainingPlan plan, TrainingContext context, StopNews news, Terminal terminal, Page page) {
    try {
      return trained(plan, context, news, terminal);
    } catch (RuntimeException | Error e) {
      try {
        files.writeHistory(plan, page);
      } catch (RuntimeException lost) {
        e.addSuppressed(lost);
      }
      throw e;
    }
  }

  private Optional<Trained> trained(
      TrainingPlan plan, TrainingContext context, StopNews news, Terminal terminal) {
    TrainingSettings settings = plan.settings();
    String metric = TrainingFiles.metric(plan).label();
    try (Progress progress = terminal.progress(settings.get(Hyperparameters.EPOCHS), "training")) {
      return plan.train(
          files.listener().and(news),
          epoch -> {
            progress.step(1, () -> told(epoch, metric));
            files.ended(epoch);
          },
          context);
    } catch (DivergedException e) {
      context.checkpoints().ifPresent(kept -> CheckpointFlags.tellKept(kept.file(), terminal));
      throw settings.get(Hyperparameters.OPTIMIZER) == StandardOptimizer.LBFGS
          ? e
          : smallerRate(e, settings.get(Hyperparameters.LEARNING_RATE));
    }
  }

  /** The same with a remedy that can be pasted, as far as a smaller rate can be given. */
  static DivergedException smallerRate(DivergedException diverged, double rate) {
    BigDecimal exact = new BigDecimal(Double.toString(rate)).movePointLeft(1);
    double smaller = exact.doubleValue();
    String shown =
        smaller < 1e-6 ? RealNumber.shown(smaller) : exact.stripTrailingZeros().toPlainString();
    return smaller > 0 ? diverged.withHint("--learning-rate " + shown) : diverged;
  }

  /** {@code ../data/housing.csv.gz} → {@code housing.gradus}, in the working folder. */
  static String modelName(String data) {
    String name =
        data.equals(TableFlags.STANDARD_INPUT)
            ? "model"
            : String.valueOf(Path.of(data).getFileName());
    return name.replaceFirst("(?i)\\.csv(\\.gz)?$", "") + ".gradus";
  }

  /** {@code loss: 0.2081, validation: 0.2213, R² 0.7787}. */
  private static String told(Epoch epoch, String metric) {
    String validation =
        epoch.validationLoss().isEmpty()
            ? ""
            : String.format(
                Locale.ROOT, ", validation: %.4f", epoch.validationLoss().getAsDouble());
    return String.format(
        Locale.ROOT,
        "loss: %.4f%s, %s %.4f",
        epoch.trainingLoss(),
        validation,
        metric,
        epoch.metric().getAsDouble());
  }
}
