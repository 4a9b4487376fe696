package dev.gradus.lab.room;

import dev.gradus.calculus.GradientReport;
import dev.gradus.calculus.Kink;
import dev.gradus.calculus.Objective;
import dev.gradus.calculus.Verdict;
import dev.gradus.clinic.Clinic;
import dev.gradus.clinic.Diagnosis;
import dev.gradus.clinic.Mistake;
import dev.gradus.clinic.Planted;
import dev.gradus.clinic.Specimen;
import dev.gradus.lab.http.Fields;
import dev.gradus.lab.plan.Experiment;
import dev.gradus.matrix.Compute;
import dev.gradus.network.Coverage;
import dev.gradus.network.Network;
import dev.gradus.network.ParameterBlock;
import dev.gradus.network.Parameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A gradient check as JSON.
 *
 * @param experiment whose network it is
 * @param specimen with the batch
 * @param theta θ [p]
 * @param objective that was checked
 * @param planted a mistake in it, put there on purpose
 * @param report the verdicts
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record CheckForm(
    Experiment experiment,
    Specimen specimen,
    double[] theta,
    Objective objective,
    Optional<Planted> planted,
    GradientReport report) {
  private static final int WORST = 12;
  private static final char UNSEEN = '-';

  Map<String, Object> write() {
    Network network = specimen.network();
    Fields fields =
        new Fields()
            .put("passed", report.passed())
            .put("summary", report.summary())
            .put("rows", specimen.batch())
            .put("tolerance", report.tolerance())
            .put("parameters", network.parameterCount())
            .put("checked", report.verdicts().size())
            .put("blocks", blocks())
            .put("counts", counts())
            .put("worst", report.worst(WORST).stream().map(this::verdict).toList())
            .put("coverage", coverage());
    planted.ifPresentOrElse(
        there -> fields.put("planted", cause(there)), () -> fields.nothing("planted"));
    clinic(fields);
    return fields.put("plantable", plantable()).map();
  }

  private List<Object> blocks() {
    int p = specimen.network().vectorLength();
    char[] letters = new char[p];
    Arrays.fill(letters, UNSEEN);
    double[] errors = new double[p];
    Arrays.fill(errors, Double.NaN);
    for (Verdict verdict : report.verdicts()) {
      letters[verdict.index()] = Verdicts.letter(verdict);
      errors[verdict.index()] = verdict.tested() ? verdict.error() : Double.NaN;
    }
    List<Object> blocks = new ArrayList<>();
    for (ParameterBlock block : specimen.network().layout()) {
      int end = block.offset() + block.size();
      blocks.add(
          new Fields()
              .put("name", block.name())
              .put("rows", block.block().rows())
              .put("columns", block.block().columns())
              .numbers("errors", Arrays.copyOfRange(errors, block.offset(), end))
              .put("verdicts", new String(letters, block.offset(), block.size()))
              .map());
    }
    return blocks;
  }

  private Map<String, Object> counts() {
    return new Fields()
        .put("pass", report.passes().size())
        .put("kink", report.atKinks().size())
        .put("vacuous", report.vacuous().size())
        .put("unsure", report.unsure().size())
        .put("fail", report.failures().size())
        .map();
  }

  private Map<String, Object> verdict(Verdict verdict) {
    return new Fields()
        .put("name", verdict.name())
        .number("analytic", verdict.analytic())
        .number("numeric", verdict.numeric())
        .number("error", verdict.error())
        .number("ratio", verdict.comparison().ratio())
        .put("verdict", Verdicts.word(verdict))
        .put("kinks", Verdicts.kinks(verdict).stream().limit(5).map(Kink::toString).toList())
        .map();
  }

  private Map<String, Object> coverage() {
    Parameters at = specimen.network().zeros(Compute.float64());
    at.vector().setAll(theta);
    Coverage coverage = Coverage.of(specimen.network(), at, specimen.x());
    return new Fields()
        .put("tested", report.tested())
        .put(
            "layers",
            coverage.layers().stream()
                .map(
                    layer ->
                        new Fields()
                            .put("name", layer.name())
                            .put("units", layer.units())
                            .put("silent", layer.silent())
                            .map())
                .toList())
        .map();
  }

  private Map<String, Object> cause(Planted cause) {
    return TablesForm.mistake(cause.mistake())
        .put("where", cause.describe(specimen.network()))
        .map();
  }

  private void clinic(Fields fields) {
    if (report.passed()) {
      fields.nothing("clinic");
      return;
    }
    double[] analytic = new double[theta.length];
    objective.gradient(theta, analytic);
    Diagnosis diagnosis =
        new Clinic(specimen, theta).diagnose(analytic, report.quotients(theta.length));
    fields.put(
        "clinic",
        new Fields()
            .put("known", diagnosis.isKnown())
            .put("sentence", diagnosis.sentence())
            .put("causes", diagnosis.causes().stream().map(this::cause).toList())
            .map());
  }

  private List<String> plantable() {
    return Mistake.all().stream()
        .filter(mistake -> !mistake.plantings(specimen).isEmpty())
        .map(Mistake::name)
        .toList();
  }
}
