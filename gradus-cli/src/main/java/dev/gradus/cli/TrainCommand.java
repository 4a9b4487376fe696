package dev.gradus.cli;

import dev.gradus.error.ConfigException;
import dev.gradus.error.DivergedException;
import dev.gradus.error.Location;
import dev.gradus.layer.Layer;
import dev.gradus.layer.StandardInitializer;
import dev.gradus.loss.StandardLoss;
import dev.gradus.tabular.file.AtomicFile;
import dev.gradus.tabular.model.Evaluation;
import dev.gradus.tabular.model.Normalization;
import dev.gradus.tabular.model.Perceptron;
import dev.gradus.tabular.model.TrainingPlan;
import dev.gradus.tabular.model.TrainingSettings;
import dev.gradus.tabular.model.UpdateSettings;
import dev.gradus.tabular.preprocess.Features;
import dev.gradus.tabular.preprocess.Target;
import dev.gradus.tabular.preprocess.Task;
import dev.gradus.tabular.table.Table;
import dev.gradus.train.TrainingEvent;
import dev.gradus.train.TrainingListener;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** {@code gradus train DATA.csv --target COLUMN}: a model from a table. */
final class TrainCommand implements Command {
  private static final TrainingSettings STANDARD = TrainingSettings.standard();

  private final Setting<String> data;
  private final Setting<String> target;
  private final Setting<List<Integer>> hidden;
  private final Setting<Layer> activation;
  private final Setting<Normalization> normalization;
  private final Setting<Double> dropout;
  private final Setting<StandardLoss> loss;
  private final Setting<Integer> epochs;
  private final Setting<Integer> batchSize;
  private final Setting<StandardInitializer> initializer;
  private final UpdateFlags update;
  private final Setting<Boolean> findLearningRate;
  private final Setting<Double> validation;
  private final Setting<Task> task;
  private final Setting<Long> seed;
  private final Setting<Integer> threads;
  private final Setting<String> out;
  private final Setting<List<String>> columns;
  private final Setting<List<String>> ignore;
  private final Setting<List<String>> numeric;
  private final Setting<List<String>> categorical;
  private final Setting<String> missing;
  private final Setting<String> missingTarget;
  private final TableFlags reading;

  TrainCommand(Settings settings) {
    data = settings.argument("DATA.csv", "the table; its first record names the columns");
    target = settings.text("--target", "COLUMN", "the column to predict");
    hidden = settings.hidden().or(STANDARD.perceptron().hidden());
    activation =
        settings
            .flag("--activation", CommonForms.ACTIVATION, "between the layers")
            .labelled("NAME")
            .or(STANDARD.perceptron().activation());
    normalization =
        settings
            .flag("--normalization", CommonForms.NORMALIZATION, "before each activation")
            .labelled("NAME")
            .or(STANDARD.perceptron().normalization());
    dropout =
        settings
            .flag("--dropout", CommonForms.DROPOUT, "share of hidden units dropped in training")
            .labelled("X")
            .or(STANDARD.perceptron().dropout());
    loss =
        settings
            .flag("--loss", CommonForms.LOSS, "mse, or softmax_ce for classes, unless stated")
            .labelled("NAME")
            .orNothing();
    epochs =
        settings
            .whole("--epochs", 1, 1_000_000_000, "passes over the training rows")
            .or(STANDARD.epochs());
    batchSize =
        settings.whole("--batch-size", 1, 1 << 24, "rows in each step").or(STANDARD.batchSize());
    initializer =
        settings
            .flag("--initializer", CommonForms.INITIALIZER, "he or glorot, unless stated")
            .labelled("NAME")
            .orNothing();
    update = new UpdateFlags(settings, STANDARD.update());
    findLearningRate =
        settings.toggle(
            "--find-learning-rate", "draws the loss against the rate instead of training");
    validation =
        settings
            .flag("--validation", RealNumber.above(0).below(1), "fraction of rows held out")
            .labelled("X")
            .or(STANDARD.validation());
    task =
        settings
            .flag("--task", CommonForms.TASK, "by the target's values, unless stated")
            .labelled("NAME")
            .orNothing();
    seed = settings.seed();
    threads = settings.threads().or(Runtime.getRuntime().availableProcessors());
    out = settings.text("--out", "FILE", "the model; DATA.gradus unless stated").orNothing();
    columns = settings.flag("--columns", CommonForms.NAMES, "the features").labelled("A,B");
    columns.orNothing();
    ignore = settings.flag("--ignore", CommonForms.NAMES, "columns to leave out").labelled("A,B");
    ignore.or(List.of());
    numeric = settings.flag("--numeric", CommonForms.NAMES, "columns of numbers").labelled("A,B");
    numeric.or(List.of());
    categorical =
        settings.flag("--categorical", CommonForms.NAMES, "columns of categories").labelled("A,B");
    categorical.or(List.of());
    missing =
        settings
            .flag("--missing", Form.oneOf(List.of("impute", "drop", "error")), "missing cells")
            .labelled("HOW")
            .or("impute");
    missingTarget =
        settings
            .flag("--missing-target", CommonForms.MISSING_TARGET, "rows without target")
            .labelled("HOW")
            .or("error");
    reading = new TableFlags(settings);
  }

  @Override
  public ExitStatus run(Terminal terminal) {
    OutputFile.mustDiffer(out, data);
    Path model = Path.of(out.given().orElseGet(() -> modelName(data.value())));
    AtomicFile.requireWritable(
        model, out.given().map(file -> "--out " + file).orElse(model.toString()));
    Table table = read();
    int[] present = present(table);
    int[] rows = rows(table, present);
    TrainingPlan plan = TrainingPlan.of(table, target.value(), rows, columns.given(), settings());
    Page page = new Page(terminal);
    announce(table, plan, page);
    dropped("--missing-target", "dropped_without_target", table.rows() - present.length, page);
    dropped("--missing", "dropped_with_missing_cells", present.length - rows.length, page);
    plan.warnings()
        .forEach(
            warning -> terminal.warn(warning.code(), Location.of(table.file()), warning.message()));
    if (findLearningRate.value()) {
      LearningRatePicture.show(plan.learningRates(), model, terminal, page);
      return ExitStatus.DONE;
    }
    TrainingPlan.Trained trained;
    try (Progress progress = terminal.progress(epochs.value(), "training")) {
      trained = plan.train(shown(progress));
    } catch (DivergedException e) {
      throw hinted(e, plan.settings().update());
    }
    trained.model().save(model);
    report(trained, plan, model, page);
    return ExitStatus.DONE;
  }

  private void dropped(String flag, String key, int count, Page page) {
    if (count > 0) {
      page.say("%,d %s dropped by %s drop", count, count == 1 ? "row" : "rows", flag);
    }
    page.put(key, count);
  }

  private static DivergedException hinted(DivergedException e, UpdateSettings update) {
    return update.isFullBatch() ? e : smallerRate(e, update.learningRate());
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

  private Table read() {
    List<String> twice = numeric.value().stream().filter(categorical.value()::contains).toList();
    if (!twice.isEmpty()) {
      throw new ConfigException(
          "flag.conflict",
          Location.of("--categorical " + Shown.value(twice.getFirst())),
          "also listed in --numeric");
    }
    var options =
        reading.options().withKinds(TableFlags.kinds(numeric.value(), categorical.value()));
    options = options.ignoring(ignore.value()).selecting(selected());
    Table table =
        Table.read(
            TableFlags.source(data.value()),
            missing.value().equals("error") ? options.refusingMissing() : options);
    table.requireInFile(target.value(), target.name());
    columns
        .given()
        .ifPresent(names -> names.forEach(name -> table.requireInFile(name, columns.name())));
    for (Setting<List<String>> names : List.of(ignore, numeric, categorical)) {
      names.value().forEach(name -> table.requireInFile(name, names.name())); // else: no effect
    }
    return table;
  }

  /** With --columns those and the target: no cell of another matters. */
  private List<String> selected() {
    List<String> read = new ArrayList<>(columns.given().orElse(List.of()));
    if (!read.isEmpty()) {
      read.add(target.value());
    }
    return read;
  }

  private TrainingSettings settings() {
    update.requireFit(batchSize, batchSize.isGiven(), "lbfgs takes all rows in each step");
    update.requireFit(
        findLearningRate, findLearningRate.value(), "lbfgs finds the length of its steps");
    String steady = "lbfgs wants a loss that is the same in each evaluation";
    update.requireFit(dropout, dropout.value() > 0, steady);
    update.requireFit(normalization, normalization.value() == Normalization.BATCH, steady);
    return new TrainingSettings(
        new Perceptron(
            hidden.value(),
            activation.value(),
            normalization.value(),
            dropout.value(),
            initializer.given()),
        loss.given(),
        epochs.value(),
        batchSize.value(),
        update.value(),
        validation.value(),
        task.given(),
        seed.value(),
        threads.value());
  }

  /** The rows with a target. */
  private int[] present(Table table) {
    return missingTarget.value().equals("drop")
        ? Target.presentRows(table, target.value())
        : Target.rows(table, target.value());
  }

  /** Of those the rows to use, by the policy for missing cells. */
  private int[] rows(Table table, int[] rows) {
    if (!missing.value().equals("drop")) {
      return rows;
    }
    List<String> features = Features.columns(table, target.value(), columns.given());
    return IntStream.of(rows)
        .filter(
            row ->
                features.stream()
                    .noneMatch(name -> table.require(name, "--columns").isMissing(row)))
        .toArray();
  }

  private void announce(Table table, TrainingPlan plan, Page page) {
    Map<String, Object> imputed = new LinkedHashMap<>();
    for (String name : plan.features().names()) {
      int count = table.require(name, "--columns").missing();
      if (count > 0 && missing.value().equals("impute")) {
        imputed.put(name, count);
      }
    }
    page.say(
        "%s: %,d rows, %d feature columns, %d inputs",
        Shown.escaped(table.file()),
        table.rows(),
        plan.features().list().size(),
        plan.features().inputs());
    page.say("task: %s, since %s", name(plan.task().task()), plan.task().reason());
    page.say(
        "missing cells imputed: %s",
        imputed.isEmpty()
            ? "none"
            : imputed.entrySet().stream()
                .map(entry -> Shown.escaped(entry.getKey()) + "=" + entry.getValue())
                .collect(Collectors.joining(", ")));
    page.say(
        "network: %s, %s, loss %s, %,d parameters",
        widths(plan), hiddenLayers(), plan.loss(), plan.network().parameterCount());
    page.say(
        "%,d rows to learn from, %,d held out for validation",
        plan.trainingRows(), plan.validationRows());
    page.put("task", name(plan.task().task()));
    page.put("reason", plan.task().reason());
    page.put("rows", table.rows());
    page.put("imputed", imputed);
    page.put("parameters", plan.network().parameterCount());
  }

  /** {@code relu, batch normalization, dropout 0.2}. */
  private String hiddenLayers() {
    String text = activation.value().kind();
    if (normalization.value() != Normalization.NONE) {
      text += ", " + normalization.value() + " normalization";
    }
    return dropout.value() > 0 ? text + ", dropout " + RealNumber.shown(dropout.value()) : text;
  }

  private static String name(Task task) {
    return task.name().toLowerCase(Locale.ROOT);
  }

  private static String widths(TrainingPlan plan) {
    StringBuilder text = new StringBuilder(Integer.toString(plan.network().inputs()));
    plan.network().layout().stream()
        .filter(part -> part.block().symbol().equals("W"))
        .forEach(part -> text.append('-').append(part.block().columns()));
    return text.toString();
  }

  private static TrainingListener shown(Progress progress) {
    return event -> {
      if (event instanceof TrainingEvent.EpochEnded ended) {
        progress.step(1, () -> losses(ended.trainingLoss(), ended.validationLoss()));
      }
    };
  }

  private static String losses(double training, OptionalDouble validation) {
    String text = String.format(Locale.ROOT, "loss: %.4f", training);
    return validation.isEmpty()
        ? text
        : text + String.format(Locale.ROOT, ", validation: %.4f", validation.getAsDouble());
  }

  /** A model that says less than the trivial baseline is seldom what anybody wants. */
  private static boolean isWorse(Evaluation of) {
    return switch (of) {
      case Evaluation.Regression values -> values.metrics().rmse() > values.baseline().rmse();
      case Evaluation.Classification classes ->
          classes.metrics().accuracy() < classes.baseline().accuracy();
    };
  }

  private static void report(
      TrainingPlan.Trained trained, TrainingPlan plan, Path model, Page page) {
    page.say("");
    MetricTable.show("validation, " + plan.validationRows() + " rows", trained.validation(), page);
    page.say("");
    if (isWorse(trained.validation())) {
      page.say("the model is worse than the baseline, which says the same of every row");
    }
    if (trained.model().record().get("clipped_steps") instanceof Long clipped) {
      page.say("gradients clipped in %,d steps", clipped);
      page.put("clipped_steps", clipped);
    }
    page.say("saved %s", Shown.escaped(model.toString()));
    page.put("training_rows", plan.trainingRows());
    page.put("validation_rows", plan.validationRows());
    MetricTable.put(trained.validation(), page);
    page.put("model", model.toString());
    page.finish();
  }
}
