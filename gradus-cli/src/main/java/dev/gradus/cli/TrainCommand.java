package dev.gradus.cli;

import dev.gradus.error.ConfigException;
import dev.gradus.error.DivergedException;
import dev.gradus.error.Location;
import dev.gradus.optimize.StandardOptimizer;
import dev.gradus.tabular.model.CheckpointFile;
import dev.gradus.tabular.model.CrossValidation;
import dev.gradus.tabular.model.DataFingerprint;
import dev.gradus.tabular.model.Epoch;
import dev.gradus.tabular.model.Hyperparameters;
import dev.gradus.tabular.model.Model;
import dev.gradus.tabular.model.PermutationImportance;
import dev.gradus.tabular.model.Trained;
import dev.gradus.tabular.model.TrainingContext;
import dev.gradus.tabular.model.TrainingData;
import dev.gradus.tabular.model.TrainingPlan;
import dev.gradus.tabular.model.TrainingSettings;
import dev.gradus.tabular.preprocess.Warning;
import dev.gradus.tabular.setting.Form;
import dev.gradus.tabular.setting.HeldOut;
import dev.gradus.tabular.setting.NameList;
import dev.gradus.tabular.setting.RealNumber;
import dev.gradus.tabular.table.CsvSource;
import dev.gradus.tabular.table.Table;
import dev.gradus.train.StopSignal;
import dev.gradus.train.TrainingEvent;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
            .flag("--target", TARGETS, "the column to predict; several with commas between")
            .labelled("COLUMN");
    out = settings.text("--out", "FILE", "the model; DATA.gradus unless stated").orNothing();
    config =
        settings
            .text(ConfigFile.FLAG, "FILE", "flags from a file, as lines key = value without dashes")
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
    refuseToFindARateFor(hyperparameters.value().get(Hyperparameters.OPTIMIZER));
    try (@Nullable CheckpointFile kept = checkpoints.open().orElse(null)) {
      return run(model, Optional.ofNullable(kept), terminal);
    }
  }

  /** All that is read, and all that is written. */
  private FilesApart files(Path model) {
    TrainingSettings chosen = hyperparameters.value();
    FilesApart all =
        new FilesApart()
            .reads(data, "the input")
            .reads(heldOut(chosen.find(Hyperparameters.VALIDATION)), "--validation")
            .reads(heldOut(chosen.find(Hyperparameters.TEST)), "--test")
            .reads(chosen.find(Hyperparameters.WARM_START), "--warm-start")
            .reads(config, ConfigFile.FLAG);
    if (out.isGiven()) {
      all.writes(out);
    } else {
      all.writes(model.toString(), "", "the model", model);
    }
    checkpoints.announce(all);
    files.announce(all);
    return all;
  }

  private static Optional<String> heldOut(Optional<HeldOut> held) {
    return held.flatMap(
        rows -> rows instanceof HeldOut.File file ? Optional.of(file.name()) : Optional.empty());
  }

  private ExitStatus run(Path model, Optional<CheckpointFile> kept, Terminal terminal) {
    TrainingSettings settings = hyperparameters.value();
    CsvSource source = columns.source();
    Table table = columns.read(source, named(settings));
    UsableRows rows = columns.usable(table);
    Optional<UsableRows> validation = ofFile(settings.find(Hyperparameters.VALIDATION), table);
    Optional<UsableRows> test = ofFile(settings.find(Hyperparameters.TEST), table);
    TrainingPlan plan = TrainingPlan.of(trainingData(rows, validation, test, settings), settings);
    Page page = new Page(terminal);
    TrainingPage said = new TrainingPage(page, plan);
    said.announce(table, columns.imputes());
    said.dropped(rows, "");
    validation.ifPresent(of -> said.dropped(of, "validation_"));
    test.ifPresent(of -> said.dropped(of, "test_"));
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
    TrainingContext context = context(source, table).stoppedBy(stop);
    if (kept.isPresent()) {
      context = context.keptIn(checkpoints.use(kept.get(), terminal));
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
      }
      if (!news.wasAsked()) {
        return ExitStatus.DONE;
      }
      String saved = trained.isPresent() ? model.toString() : kept.orElseThrow().file().toString();
      news.tell(saved, trained.isPresent(), terminal);
      return signals.heard().orElse(ExitStatus.INTERRUPTED);
    }
  }

  private TrainingContext context(CsvSource source, Table table) {
    TrainingContext context =
        TrainingContext.standard()
            .of(DataFingerprint.of(source, table), settings.given(NOT_REPEATED));
    return noCheck.value() ? context.unchecked() : context;
  }

  /** The same model once more, from the words of its record; nothing is written. */
  Trained again(Terminal terminal) {
    TrainingSettings chosen = hyperparameters.value();
    CsvSource source = columns.source();
    Table table = columns.read(source, named(chosen));
    TrainingData given =
        trainingData(
            columns.usable(table),
            ofFile(chosen.find(Hyperparameters.VALIDATION), table),
            ofFile(chosen.find(Hyperparameters.TEST), table),
            chosen);
    TrainingPlan plan = TrainingPlan.of(given, chosen);
    TrainingContext context = context(source, table);
    try (Progress progress =
        terminal.progress(plan.settings().get(Hyperparameters.EPOCHS), "training")) {
      return plan.train(event -> {}, epoch -> progress.step(1), context).orElseThrow();
    }
  }

  /** The columns that settings name, by their flags. */
  private static Map<String, String> named(TrainingSettings settings) {
    Map<String, String> named = new LinkedHashMap<>();
    settings
        .find(Hyperparameters.WEIGHT)
        .ifPresent(name -> named.put(Hyperparameters.WEIGHT.flag(), name));
    settings
        .find(Hyperparameters.GROUP)
        .ifPresent(name -> named.put(Hyperparameters.GROUP.flag(), name));
    settings
        .get(Hyperparameters.SPLIT)
        .timeColumn()
        .ifPresent(name -> named.put(Hyperparameters.SPLIT.flag(), name));
    return named;
  }

  private Optional<UsableRows> ofFile(Optional<HeldOut> held, Table training) {
    return heldOut(held).map(file -> columns.read(file, training));
  }

  private TrainingData trainingData(
      UsableRows rows,
      Optional<UsableRows> validation,
      Optional<UsableRows> test,
      TrainingSettings settings) {
    return TrainingData.of(rows.part(), targets.value())
        .withColumns(columns.features())
        .withValidation(validation.map(UsableRows::part))
        .withTest(test.map(UsableRows::part))
        .withStart(
            settings.find(Hyperparameters.WARM_START).map(file -> Model.load(Path.of(file))));
  }

  private static CrossValidation crossValidated(TrainingPlan plan, Terminal terminal) {
    int folds = plan.settings().get(Hyperparameters.FOLDS);
    try (Progress progress = terminal.progress(folds, "cross-validation")) {
      return CrossValidation.of(plan, done -> progress.step(1, () -> ""));
    }
  }

  private void refuseToFindARateFor(StandardOptimizer optimizer) {
    if (findLearningRate.value() && optimizer == StandardOptimizer.LBFGS) {
      throw new ConfigException(
          "flag.conflict", findLearningRate.location(), "lbfgs finds the length of its steps");
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
          files.listener().and(news).and(event -> resumed(event, progress)),
          epoch -> {
            progress.step(1, () -> told(epoch, metric));
            files.ended(epoch);
          },
          context);
    } catch (DivergedException e) {
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

  private static void resumed(TrainingEvent event, Progress progress) {
    if (event instanceof TrainingEvent.Resumed resumed) {
      progress.step(resumed.epochs().size());
    }
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
