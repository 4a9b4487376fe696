package dev.gradus.cli;

import dev.gradus.calculus.GradientCheck;
import dev.gradus.calculus.GradientReport;
import dev.gradus.calculus.Objective;
import dev.gradus.clinic.Mistake;
import dev.gradus.clinic.Planted;
import dev.gradus.clinic.Trial;
import dev.gradus.data.Xoshiro256;
import dev.gradus.error.ConfigException;
import dev.gradus.error.Location;
import dev.gradus.layer.Activation;
import dev.gradus.layer.Layer;
import dev.gradus.loss.StandardLoss;
import dev.gradus.network.Coverage;
import dev.gradus.network.InputSearch;
import dev.gradus.network.Penalty;
import dev.gradus.tabular.chart.Chart;
import dev.gradus.tabular.chart.ChartFiles;
import dev.gradus.tabular.setting.HiddenLayers;
import dev.gradus.tabular.setting.RealNumber;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * {@code gradus check}: whether the gradients of a network are right, parameter by parameter, and
 * how much of it was really tested.
 */
final class CheckCommand implements Command {
  private final Setting<String> model;
  private final Setting<String> data;
  private final Setting<List<Integer>> layers;
  private final Setting<Layer> activation;
  private final Setting<StandardLoss> loss;
  private final Setting<Integer> batchSize;
  private final Setting<Double> l1;
  private final Setting<Double> l2;
  private final Setting<Double> tolerance;
  private final Setting<Boolean> cover;
  private final Setting<Boolean> mutate;
  private final Setting<Mistake> plant;
  private final Setting<String> plot;
  private final Setting<String> parameter;
  private final Setting<Integer> worst;
  private final Setting<Long> seed;
  private final Setting<Integer> threads;
  private final TableFlags reading;

  CheckCommand(Settings settings) {
    model = settings.argument("MODEL", "a model file; or a network by --layers").orNothing();
    data =
        settings
            .file("--data", "FILE", "rows to check the model on; its test vectors unless stated")
            .orNothing();
    layers =
        settings
            .flag("--layers", new HiddenLayers(), "inputs, hidden units, outputs: 4,16,3")
            .labelled("N,N,N")
            .orNothing();
    activation =
        settings
            .flag("--activation", CommonForms.ACTIVATION, "between the layers")
            .labelled("NAME")
            .or(Activation.RELU);
    loss =
        settings.flag("--loss", CommonForms.LOSS, "the loss").labelled("NAME").or(StandardLoss.MSE);
    batchSize = settings.whole("--batch-size", 1, 1 << 16, "rows of the batch").or(16);
    l1 =
        settings
            .flag("--l1", RealNumber.from(0).to(1e6), "penalty, l1 times the absolute weights")
            .labelled("X")
            .or(0.0);
    l2 =
        settings
            .flag("--l2", RealNumber.from(0).to(1e6), "penalty, l2/2 times the squared weights")
            .labelled("X")
            .or(0.0);
    tolerance =
        settings
            .flag("--tolerance", RealNumber.above(0).below(1), "of the relative error")
            .labelled("X")
            .or(GradientCheck.standard().tolerance());
    cover = settings.toggle("--cover", "looks for inputs at which the rest can be tested");
    mutate =
        settings.toggle(
            "--mutate", "which classic mistakes would this check catch? status 1 unless all");
    plant =
        settings
            .flag("--plant", CommonForms.MISTAKE, "puts one of them into the gradient")
            .labelled("NAME")
            .orNothing();
    plot =
        settings.file("--plot", "PATH", "draws the error by step size, as SVG and PNG").orNothing();
    parameter =
        settings
            .text("--parameter", "NAME", "of which --plot shows the error; else the median")
            .orNothing();
    worst = settings.whole("--worst", 1, 1_000_000, "how many of the worst are listed").or(5);
    seed = settings.seed();
    threads = settings.threads().or(Runtime.getRuntime().availableProcessors());
    reading = new TableFlags(settings);
  }

  @Override
  public ExitStatus run(Terminal terminal) {
    refuseIdleFlags();
    Optional<PicturePlace> pictures =
        plot.isGiven() ? Optional.of(PicturePlace.of(plot, CheckPlot.NAME)) : Optional.empty();
    CheckSubject subject = planted(subject());
    GradientCheck check = GradientCheck.standard().withTolerance(tolerance.value());
    Page page = new Page(terminal);
    CheckPage told = new CheckPage(page, worst.value());
    announce(subject, page);
    GradientReport report = parameters(check, subject, terminal);
    told.parameters(report);
    told.coverage(report, Coverage.of(subject.network(), subject.theta(), subject.batch().x()));
    GradientReport completed = report;
    if (cover.value()) {
      completed =
          completion(subject, check).complete(report, subject.specimen(), subject::objective);
      told.cover(report, completed);
    }
    told.clinic(subject, completed);
    GradientReport inputs = inputs(check, subject, terminal);
    told.inputs(inputs);
    pictures.ifPresent(place -> draw(place, subject, report, terminal, page));
    told.verdict(completed, inputs);
    boolean caught =
        !mutate.value()
            || MutationPage.show(
                new Trial(check, subject.specimen(), subject.at(), completion(subject, check)),
                subject.network(),
                page,
                terminal);
    page.finish();
    return completed.passed() && inputs.passed() && caught ? ExitStatus.DONE : ExitStatus.NO;
  }

  /** A flag that would have no effect is a mistake of the caller's. */
  private void refuseIdleFlags() {
    if (model.isGiven() == layers.isGiven()) {
      throw new ConfigException(
          "argument.missing",
          Location.of("gradus check"),
          "wants a model file or --layers, and not both",
          "gradus check --layers 4,16,3 --activation tanh --loss softmax_ce");
    }
    if (layers.isGiven()) {
      refuse(data, "--layers draws its batch");
      reading.given().forEach(flag -> refuse(flag, "--layers draws its batch"));
      if (layers.given().orElseThrow().size() < 2) {
        throw layers.refused("wants the inputs and the outputs at least, such as 4,3");
      }
      refuseSingleClass(layers.given().orElseThrow().getLast());
    } else {
      refuse(activation, "the model has its own");
      refuse(loss, "the model has its own");
      if (!data.isGiven()) {
        reading.given().forEach(flag -> refuse(flag, "wants --data FILE"));
      }
    }
    if (parameter.isGiven() && !plot.isGiven()) {
      throw parameter.refused("wants --plot");
    }
  }

  /** The softmax of a single output is 1 whatever comes: there is no gradient to check. */
  private void refuseSingleClass(int outputs) {
    if (loss.value() == StandardLoss.SOFTMAX_CE && outputs == 1) {
      throw new ConfigException(
          "flag.value",
          loss.location(),
          "wants 2 outputs or more, one for each class; " + layers.location() + " gives 1",
          "--loss bce");
    }
  }

  private static void refuse(Setting<?> idle, String why) {
    if (idle.isGiven()) {
      throw idle.refused(why);
    }
  }

  private CheckSubject subject() {
    Penalty penalty = new Penalty(l1.value(), l2.value());
    return layers.isGiven()
        ? CheckSubject.drawn(
            layers.given().orElseThrow(),
            activation.value(),
            loss.value(),
            penalty,
            batchSize.value(),
            seed.value())
        : modelBatch().subject(penalty, seed.value());
  }

  private ModelBatch modelBatch() {
    return new ModelBatch(model.value(), data.given(), batchSize.value(), reading);
  }

  private CheckSubject planted(CheckSubject right) {
    if (plant.given().isEmpty()) {
      return right;
    }
    Mistake mistake = plant.value();
    List<Planted> plantings = mistake.plantings(right.specimen());
    if (plantings.isEmpty()) {
      throw plant.refused("is no mistake in this network; wants " + mistake.wants());
    }
    return right.with(plantings.getFirst());
  }

  /** With --cover: at other inputs, the same each time. */
  private Trial.Completion completion(CheckSubject subject, GradientCheck check) {
    if (!cover.value()) {
      return Trial.Completion.NONE;
    }
    return (report, specimen, objectives) ->
        new InputSearch(
                specimen.network(),
                subject.theta(),
                specimen.target(),
                Xoshiro256.seeded(seed.value()))
            .complete(
                report, (x, y) -> objectives.apply(specimen.with(x, y)), check, threads.value());
  }

  private BatchOrigin origin() {
    return layers.isGiven()
        ? BatchOrigin.DRAWN
        : data.isGiven() ? BatchOrigin.DATA : BatchOrigin.TEST_VECTORS;
  }

  private void announce(CheckSubject subject, Page page) {
    page.say(
        "%s: %,d parameters, a batch of %d%s",
        subject.describe(),
        subject.network().parameterCount(),
        subject.batch().rows(),
        origin().said(seed.value()));
    page.put("network", subject.describe());
    page.put("batch_size", subject.batch().rows());
    page.put("batch", origin().label());
  }

  private GradientReport parameters(GradientCheck check, CheckSubject subject, Terminal terminal) {
    return run(check, subject.objective(), subject.at(), "parameters", terminal);
  }

  private GradientReport inputs(GradientCheck check, CheckSubject subject, Terminal terminal) {
    double[] x = subject.batch().x().toArray();
    return run(check, subject.inputObjective(), x, "inputs", terminal);
  }

  private GradientReport run(
      GradientCheck check, Objective objective, double[] at, String what, Terminal terminal) {
    try (Progress progress = terminal.progress(at.length, what)) {
      int[] before = {0};
      return check.check(
          objective,
          at,
          threads.value(),
          (done, all) -> {
            progress.step(done - before[0]);
            before[0] = done;
          });
    }
  }

  private void draw(
      PicturePlace place,
      CheckSubject subject,
      GradientReport report,
      Terminal terminal,
      Page page) {
    Objective objective = subject.objective();
    Chart chart =
        parameter.isGiven()
            ? CheckPlot.of(objective, subject.at(), index(objective))
            : CheckPlot.median(objective, subject.at(), report);
    ChartFiles written = place.write(chart);
    page.say("");
    List<String> files = written.files().stream().map(Path::toString).toList();
    files.forEach(file -> page.say(Shown.escaped(file)));
    written.warnings().forEach(warning -> terminal.warn("picture.png", Location.of(""), warning));
    page.put("pictures", files);
  }

  private int index(Objective objective) {
    String wanted = parameter.value().replace(" ", "");
    return IntStream.range(0, objective.parameters())
        .filter(i -> objective.name(i).replace(" ", "").equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                parameter.refused(
                    "no such parameter; there are "
                        + objective.name(0)
                        + " to "
                        + objective.name(objective.parameters() - 1)));
  }
}
