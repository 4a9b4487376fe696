package dev.gradus.lab.room;

import dev.gradus.calculus.CheckListener;
import dev.gradus.calculus.GradientCheck;
import dev.gradus.calculus.GradientReport;
import dev.gradus.calculus.Objective;
import dev.gradus.clinic.Mistake;
import dev.gradus.clinic.Planted;
import dev.gradus.clinic.Specimen;
import dev.gradus.data.Dataset;
import dev.gradus.data.Xoshiro256;
import dev.gradus.lab.http.Answer;
import dev.gradus.lab.http.Refusal;
import dev.gradus.lab.http.Request;
import dev.gradus.lab.http.Route;
import dev.gradus.lab.plan.Experiment;
import dev.gradus.lab.run.Run;
import dev.gradus.matrix.Compute;
import dev.gradus.network.InputSearch;
import dev.gradus.network.Network;
import dev.gradus.network.Parameters;
import dev.gradus.tabular.file.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The third room: is the gradient right, and would we know if it were not? */
final class CheckRoom {
  private static final int ROWS = 16;

  /** Of a larger network so many parameters are looked at, */
  private static final int MOST_CHECKED = 10_000;

  /** and no more than what takes so many products of a weight and an input: some seconds. */
  private static final double MOST_PRODUCTS = 2e9;

  private static final int LEAST_CHECKED = 64;

  private final Workbench bench;

  CheckRoom(Workbench bench) {
    this.bench = bench;
  }

  List<Route> routes() {
    return List.of(Route.post("/api/check", Route.Wants.JSON, this::check));
  }

  private Answer check(Request request) {
    JsonObject body = request.object().only("rows", "plant", "cover");
    int rows = (int) Interval.CHECKED_ROWS.whole(body, ROWS);
    Optional<Mistake> plant =
        body.has("plant") ? Optional.of(mistake(body.text("plant"))) : Optional.empty();
    boolean cover = body.has("cover") && body.truth("cover");
    Run run = bench.run();
    double[] theta = theta(run);
    return bench.desk().compute(() -> Answer.json(checked(run, theta, rows, plant, cover).write()));
  }

  private static double[] theta(Run run) {
    try {
      return run.parameters();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal(503, "http.busy", "the lab is closing");
    }
  }

  private static Mistake mistake(String name) {
    return Mistake.all().stream()
        .filter(mistake -> mistake.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.unfit(
                    "check.plant",
                    "plant: wants one of "
                        + String.join(", ", Mistake.all().stream().map(Mistake::name).toList())));
  }

  private static CheckForm checked(
      Run run, double[] theta, int rows, Optional<Mistake> plant, boolean cover) {
    Experiment experiment = run.experiment();
    Compute compute = Compute.float64();
    Dataset batch = experiment.rows(rows, compute);
    Specimen specimen =
        new Specimen(
            experiment.network(),
            experiment.settings().loss(),
            experiment.settings().penalty(),
            Frozen.MASKS,
            batch.x(),
            batch.target());
    Optional<Planted> planted = plant.map(mistake -> planted(mistake, specimen));
    GradientCheck check = GradientCheck.standard();
    Objective objective = objective(specimen, planted);
    GradientReport report =
        check.check(objective, theta, some(experiment.network(), rows), 1, CheckListener.silent());
    if (cover && report.passed()) {
      report = completed(report, specimen, theta, planted, check);
    }
    return new CheckForm(experiment, specimen, theta, objective, planted, report);
  }

  private static Planted planted(Mistake mistake, Specimen specimen) {
    return mistake.plantings(specimen).stream()
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.unfit(
                    "check.plant",
                    "plant: is no mistake in this network; wants " + mistake.wants()));
  }

  private static Objective objective(Specimen specimen, Optional<Planted> planted) {
    return planted.map(specimen::objective).orElseGet(specimen::objective);
  }

  /** Evenly spread. */
  private static int[] some(Network network, int rows) {
    int[] all = IntStream.range(0, network.vectorLength()).toArray();
    double affordable = MOST_PRODUCTS / ((double) all.length * rows);
    int most = (int) Math.clamp(affordable, LEAST_CHECKED, MOST_CHECKED);
    return Experiment.evenly(all, most);
  }

  private static GradientReport completed(
      GradientReport report,
      Specimen specimen,
      double[] theta,
      Optional<Planted> planted,
      GradientCheck check) {
    Parameters at = specimen.network().zeros(Compute.float64());
    at.vector().setAll(theta);
    return new InputSearch(specimen.network(), at, specimen.target(), Xoshiro256.seeded(0))
        .complete(report, (x, y) -> objective(specimen.with(x, y), planted), check, 1);
  }
}
