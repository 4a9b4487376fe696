package dev.gradus.cli;

import dev.gradus.calculus.Comparison;
import dev.gradus.calculus.GradientReport;
import dev.gradus.calculus.Kink;
import dev.gradus.calculus.Verdict;
import dev.gradus.clinic.Clinic;
import dev.gradus.clinic.Diagnosis;
import dev.gradus.network.Coverage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells the report of a gradient check: counts, the worst, kinks, coverage. */
final class CheckPage {
  private static final int SHOWN_KINKS = 5;
  private static final int SHOWN_UNITS = 12;

  private final Page page;
  private final int worst;

  CheckPage(Page page, int worst) {
    this.page = page;
    this.worst = worst;
  }

  /** The verdicts on the parameters. */
  void parameters(GradientReport report) {
    page.say("");
    page.say("%,10d pass", report.passes().size());
    page.say("%,10d pass at a kink, held on its piece", report.atKinks().size());
    page.say("%,10d vacuous: no shift moves the loss", report.vacuous().size());
    page.say("%,10d unsure: the difference quotient is itself too rough", report.unsure().size());
    page.say("%,10d fail", report.failures().size());
    page.say("");
    page.say("greatest error among those that pass: %.1e", report.greatestError());
    counts(report).forEach(page::put);
    page.put("tolerance", report.tolerance());
    worst(report);
    list("unsure", report.unsure());
    kinks(report);
  }

  private static Map<String, Object> counts(GradientReport report) {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("parameters", report.verdicts().size());
    counts.put("pass", report.passes().size());
    counts.put("at_kink", report.atKinks().size());
    counts.put("vacuous", report.vacuous().size());
    counts.put("unsure", report.unsure().size());
    counts.put("fail", report.failures().size());
    counts.put("greatest_error", report.greatestError());
    return counts;
  }

  private void worst(GradientReport report) {
    List<Verdict> shown = report.passed() ? report.worst(worst) : List.copyOf(failures(report));
    page.say(report.passed() ? "the largest errors:" : "what fails, the worst first:");
    table(shown);
    page.put("worst", shown.stream().map(CheckPage::value).toList());
  }

  private List<? extends Verdict> failures(GradientReport report) {
    return report.failures().stream().limit(worst).toList();
  }

  private void list(String what, List<? extends Verdict> verdicts) {
    if (!verdicts.isEmpty()) {
      page.say("%s:", what);
      table(verdicts.stream().limit(worst).toList());
      page.put("unsure_list", verdicts.stream().map(CheckPage::value).toList());
    }
  }

  private void table(List<? extends Verdict> verdicts) {
    page.say(
        "  %-16s %15s %15s %9s %9s  %s",
        "parameter", "analytic", "numeric", "error", "+-", "verdict");
    for (Verdict verdict : verdicts) {
      Comparison it = verdict.comparison();
      page.say(
          "  %-16s %15.8g %15.8g %9.1e %9.1e  %s",
          it.name(), it.analytic(), it.numeric(), it.error(), it.uncertainty(), word(verdict));
    }
  }

  static String word(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Pass pass -> "pass";
      case Verdict.Fail fail -> "fail" + at(fail.kinks());
      case Verdict.Unsure unsure -> "unsure" + at(unsure.kinks());
      case Verdict.Vacuous vacuous -> "vacuous";
      case Verdict.AtKink kink -> "kink" + at(kink.kinks());
    };
  }

  private static String at(List<Kink> kinks) {
    return kinks.isEmpty()
        ? ""
        : " at "
            + kinks.getFirst()
            + (kinks.size() > 1 ? " and " + (kinks.size() - 1) + " more" : "");
  }

  private static Map<String, Object> value(Verdict verdict) {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("parameter", verdict.name());
    value.put("verdict", word(verdict).replaceFirst(" .*", ""));
    value.put("analytic", verdict.analytic());
    value.put("numeric", verdict.numeric());
    value.put("error", verdict.error());
    value.put("uncertainty", verdict.comparison().uncertainty());
    return value;
  }

  private void kinks(GradientReport report) {
    List<Verdict.AtKink> verdicts = report.atKinks();
    if (!verdicts.isEmpty()) {
      page.say("kinks (the slopes to both sides are told, not judged):");
      for (Verdict.AtKink it : verdicts.subList(0, Math.min(SHOWN_KINKS, verdicts.size()))) {
        page.say(
            "  %-16s gradient %.6g, slopes %.6g and %.6g%s",
            it.name(), it.analytic(), it.leftSlope(), it.rightSlope(), at(it.kinks()));
      }
      if (verdicts.size() > SHOWN_KINKS) {
        page.say("  and %,d more", verdicts.size() - SHOWN_KINKS);
      }
    }
    page.put("kinks", verdicts.stream().map(CheckPage::kink).toList());
  }

  private static Map<String, Object> kink(Verdict.AtKink it) {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("parameter", it.name());
    value.put("at", it.kinks().stream().map(Kink::toString).toList());
    value.put("gradient", it.analytic());
    value.put("left_slope", it.leftSlope());
    value.put("right_slope", it.rightSlope());
    return value;
  }

  /** What was really tested. */
  void coverage(GradientReport report, Coverage coverage) {
    page.say("");
    page.say("tested: %,d of %,d parameters", report.tested(), report.verdicts().size());
    List<Object> layers = new ArrayList<>();
    for (Coverage.Firing layer : coverage.layers()) {
      page.say(
          "units of %s that never fire: %d of %d%s",
          layer.name(), layer.silent().size(), layer.units(), units(layer.silent()));
      Map<String, Object> value = new LinkedHashMap<>();
      value.put("layer", layer.name());
      value.put("units", layer.units());
      value.put("silent", layer.silent());
      layers.add(value);
    }
    page.put("tested", report.tested());
    page.put("units", layers);
  }

  private static String units(List<Integer> silent) {
    if (silent.isEmpty()) {
      return "";
    }
    String shown =
        silent.stream().limit(SHOWN_UNITS).map(String::valueOf).collect(Collectors.joining(", "));
    int more = silent.size() - SHOWN_UNITS;
    return " (" + shown + (more > 0 ? " and " + more + " more" : "") + ")";
  }

  /** What a search for other inputs added. */
  void cover(GradientReport before, GradientReport after) {
    List<String> left = after.vacuous().stream().map(Verdict::name).limit(SHOWN_UNITS).toList();
    int more = after.verdicts().size() - after.tested();
    page.say(
        "at other inputs: %,d parameters more, %,d left%s",
        after.tested() - before.tested(),
        more,
        left.isEmpty() ? "" : ", which none of the inputs tried moves: " + String.join(", ", left));
    page.put("tested_with_cover", after.tested());
    page.put("left", after.vacuous().stream().map(Verdict::name).toList());
  }

  /** Where a gradient is wrong: the likely cause. */
  void clinic(CheckSubject subject, GradientReport report) {
    if (report.passed()) {
      return;
    }
    Diagnosis diagnosis =
        new Clinic(subject.specimen(), subject.at())
            .diagnose(analytic(subject), report.quotients(subject.at().length));
    page.say("");
    page.say("clinic: %s", diagnosis.sentence());
    diagnosis.causes().forEach(cause -> page.say("  %s", cause.mistake().sentence()));
    page.put("clinic", diagnosis.sentence());
  }

  private static double[] analytic(CheckSubject subject) {
    double[] gradient = new double[subject.at().length];
    subject.objective().gradient(subject.at(), gradient);
    return gradient;
  }

  /** The gradient with respect to the inputs. */
  void inputs(GradientReport report) {
    page.say("");
    page.say(
        "with respect to the inputs: %s",
        report.summary().replaceFirst(" parameters", " derivatives"));
    if (!report.passed()) {
      table(failures(report));
    }
    page.put("inputs", counts(report));
  }

  /** The last line. */
  void verdict(GradientReport report, GradientReport inputs) {
    int wrong = report.failures().size() + inputs.failures().size();
    page.say("");
    page.say(
        wrong == 0
            ? "No gradient is wrong."
            : String.format(Locale.ROOT, "%,d gradients are wrong.", wrong));
    page.put("passed", wrong == 0);
  }
}
