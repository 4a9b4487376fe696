package dev.gradus.cli;

import dev.gradus.data.Xoshiro256;
import dev.gradus.error.DivergedException;
import dev.gradus.error.Location;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Precision;
import dev.gradus.network.Network;
import dev.gradus.network.Parameters;
import dev.gradus.tabular.chart.Chart;
import dev.gradus.tabular.chart.ChartFiles;
import dev.gradus.tabular.file.AtomicFile;
import dev.gradus.tabular.model.Hyperparameters;
import dev.gradus.train.History;
import dev.gradus.train.Length;
import dev.gradus.train.TrainingEvent;
import dev.gradus.train.TrainingListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code gradus article}: the tutorial from top to bottom, then the improved recipe beside it.
 * Forward and cache, backward and gradients, the gradient check and what it cannot see, training,
 * pictures.
 */
final class ArticleCommand implements Command {
  /** The article's: the loss is recorded every so many iterations. */
  private static final int RECORD_EVERY = 10;

  private final Setting<Integer> iterations;
  private final Setting<Double> learningRate;
  private final Setting<Integer> batchSize;
  private final Setting<Long> seed;
  private final Setting<List<Integer>> hidden;
  private final Setting<String> out;
  private final Setting<Boolean> noPictures;
  private final Setting<Boolean> appendix;

  ArticleCommand(Settings settings) {
    iterations =
        settings.whole("--iterations", 1, 1_000_000_000, "steps of gradient descent").or(10_000);
    learningRate =
        settings
            .flag(
                "--learning-rate",
                Hyperparameters.LEARNING_RATE.form(),
                "rate of the article's recipe")
            .labelled("X")
            .or(1e-3);
    batchSize = settings.whole("--batch-size", 1, 1 << 20, "samples in each step").or(16);
    seed = settings.seed();
    hidden = settings.hidden().or(List.of(16, 32));
    out = settings.file("--out", "FOLDER", "folder for the pictures").or("article-out");
    noPictures = settings.toggle("--no-pictures", "draws no pictures");
    appendix =
        settings.toggle("--appendix", "checks the appendix instead: sigmoid, softmax, entropies");
  }

  /** A finished training. */
  @SuppressWarnings("ArrayRecordComponent") // made once, never compared
  private record Outcome(ArticleRecipe recipe, History history, double[] fit, double gridError) {}

  @Override
  public ExitStatus run(Terminal terminal) {
    if (appendix.value()) {
      return new ArticleAppendix(new Page(terminal), seed.value()).show();
    }
    if (!noPictures.value()) {
      AtomicFile.makeFolder(Path.of(out.value()), "--out " + out.value());
      AtomicFile.requireWritable(Path.of(out.value(), "loss.svg"), "--out " + out.value());
    }
    Page page = new Page(terminal);
    Xoshiro256 random = Xoshiro256.seeded(seed.value());
    ArticleRecipe original = ArticleRecipe.original(hidden.value(), learningRate.value());
    try (Compute compute = Compute.of(Precision.FLOAT64, 1, flop(original.network()))) {
      new ArticleTour(page, original.network(), compute, random).show(batchSize.value());
      page.heading("5. Training");
      Outcome first = train(original, compute, random, terminal, page);
      page.heading("6. The same network and number of samples, a better recipe");
      page.say("Weights scaled by fan-in (He), zero biases, Adam, a rate that falls to 0.");
      ArticleRecipe better = ArticleRecipe.improved(hidden.value());
      Outcome second = train(better, compute, random, terminal, page);
      compare(first, second, page);
      pictures(List.of(first, second), terminal, page);
    }
    page.finish();
    return ExitStatus.DONE;
  }

  /** Two trainings, three products in each step. */
  private double flop(Network network) {
    return 2.0 * 6 * network.parameterCount() * batchSize.value() * iterations.value();
  }

  private Outcome train(
      ArticleRecipe recipe, Compute compute, Xoshiro256 random, Terminal terminal, Page page) {
    Parameters theta = recipe.network().initialize(compute, random);
    History history = new History();
    try (Progress progress = terminal.progress(iterations.value(), recipe.name())) {
      recipe
          .trainer()
          .withBatchSize(batchSize.value())
          .withLength(new Length.Steps(iterations.value()))
          .withReportEvery(RECORD_EVERY)
          .train(theta, ArticleRecipe.samples(), random, history.and(shown(progress)));
    } catch (DivergedException e) {
      throw TrainCommand.smallerRate(e, learningRate.value());
    }
    double[] fit = recipe.fit(compute, theta);
    double error = ArticleRecipe.gridError(fit);
    List<TrainingEvent.Stepped> steps = history.steps();
    page.say(
        "%s: %,d iterations, first loss %.4f, last recorded loss %.4f (%,d recorded)",
        recipe.name(),
        iterations.value(),
        steps.getFirst().loss(),
        steps.getLast().loss(),
        steps.size());
    page.say("mean absolute error on %,d points of [-5, 5]: %.4f", ArticleRecipe.GRID, error);
    return new Outcome(recipe, history, fit, error);
  }

  /** Counts every recorded step for the ones that were not; a new text for each is cheap enough. */
  private TrainingListener shown(Progress progress) {
    return new TrainingListener() {
      private double loss;
      private long done;

      @Override
      public void on(TrainingEvent event) {
        if (event instanceof TrainingEvent.Stepped stepped) {
          loss = stepped.loss();
          advance(stepped.step());
        } else if (event instanceof TrainingEvent.Finished finished) {
          advance(finished.steps());
        }
      }

      private void advance(long to) {
        progress.step(to - done, () -> String.format(Locale.ROOT, "loss: %.4f", loss));
        done = to;
      }
    };
  }

  private static void compare(Outcome first, Outcome second, Page page) {
    page.heading("7. Room to improve");
    page.say(
        "%s ends at %.4f, %s at %.4f: %s.",
        first.recipe.name(),
        first.gridError,
        second.recipe.name(),
        second.gridError,
        nearer(first.gridError / second.gridError));
    page.put("article", summary(first));
    page.put("improved", summary(second));
  }

  /** Two errors as a sentence; after few iterations the better recipe may not be better. */
  static String nearer(double times) {
    return times < 1.05
        ? "no closer to sin(x) after so few iterations"
        : String.format(Locale.ROOT, times < 10 ? "%.1f" : "%.0f", times)
            + " times closer to sin(x)";
  }

  private static Map<String, Object> summary(Outcome outcome) {
    Map<String, Object> summary = new LinkedHashMap<>();
    List<TrainingEvent.Stepped> steps = outcome.history.steps();
    summary.put("recorded", steps.size());
    summary.put("first_loss", steps.getFirst().loss());
    summary.put("last_loss", steps.getLast().loss());
    summary.put("grid_error", outcome.gridError);
    return summary;
  }

  private void pictures(List<Outcome> outcomes, Terminal terminal, Page page) {
    if (noPictures.value()) {
      return;
    }
    Path folder = Path.of(out.value());
    List<String> files = new ArrayList<>();
    for (Map.Entry<String, Chart> picture :
        Map.of("loss", lossChart(outcomes), "fit", fitChart(outcomes)).entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .toList()) {
      ChartFiles written = ChartFiles.write(folder, picture.getKey(), picture.getValue());
      written.files().forEach(file -> files.add(file.toString()));
      written.warnings().forEach(warning -> terminal.warn("picture.png", Location.of(""), warning));
    }
    page.heading("8. Pictures");
    files.forEach(file -> page.say(Shown.escaped(file)));
    page.put("pictures", List.copyOf(files));
  }

  private static Chart lossChart(List<Outcome> outcomes) {
    Chart chart = Chart.titled("Loss while training").xAxis("iteration").logYAxis("loss");
    for (Outcome outcome : outcomes) {
      List<TrainingEvent.Stepped> steps = outcome.history.steps();
      chart =
          chart.line(
              outcome.recipe.name(),
              steps.stream().mapToDouble(TrainingEvent.Stepped::step).toArray(),
              steps.stream().mapToDouble(TrainingEvent.Stepped::loss).toArray());
    }
    return chart;
  }

  private static Chart fitChart(List<Outcome> outcomes) {
    double[] grid = ArticleRecipe.grid();
    double[] sine = new double[grid.length];
    for (int i = 0; i < grid.length; i++) {
      sine[i] = StrictMath.sin(grid[i]);
    }
    return Chart.titled("What the network learned")
        .xAxis("x")
        .yAxis("y")
        .line("sin(x)", grid, sine)
        .line("pred", grid, outcomes.get(0).fit)
        .line("pred, improved recipe", grid, outcomes.get(1).fit);
  }
}
