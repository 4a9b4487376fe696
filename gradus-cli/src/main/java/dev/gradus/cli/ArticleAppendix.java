package dev.gradus.cli;

import dev.gradus.calculus.GradientCheck;
import dev.gradus.calculus.GradientReport;
import dev.gradus.calculus.Objective;
import dev.gradus.data.Xoshiro256;
import dev.gradus.matrix.Elementary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * The article's appendix, each formula checked numerically: sigmoid, binary cross-entropy, the two
 * together, the last layer of a classifier with its bias gradient put right (E1), and softmax with
 * cross-entropy, which the appendix names but does not give (E2).
 */
final class ArticleAppendix {
  private static final int SAMPLES = 6;
  private static final int FEATURES = 3;
  private static final int CLASSES = 4;

  private final Page page;
  private final Xoshiro256 random;
  private final List<Object> checks = new ArrayList<>();
  private boolean allRight = true;

  ArticleAppendix(Page page, long seed) {
    this.page = page;
    this.random = Xoshiro256.seeded(seed);
  }

  /** A function of p numbers, with the gradient that is claimed for it. */
  private record Claim(
      int parameters, ToDoubleFunction<double[]> value, UnaryOperator<double[]> gradient)
      implements Objective {
    @Override
    public double value(double[] theta) {
      return value.applyAsDouble(theta);
    }

    @Override
    public void gradient(double[] theta, double[] into) {
      System.arraycopy(gradient.apply(theta), 0, into, 0, parameters);
    }
  }

  ExitStatus show() {
    sigmoid();
    entropy();
    fused();
    lastLayer();
    softmax();
    page.put("checks", List.copyOf(checks));
    page.put("passed", allRight);
    page.finish();
    return allRight ? ExitStatus.DONE : ExitStatus.NO;
  }

  private double[] uniform(int n, double from, double to) {
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = from + (to - from) * random.nextDouble();
    }
    return values;
  }

  private double[] labels() {
    double[] y = uniform(SAMPLES, 0, 1);
    for (int i = 0; i < SAMPLES; i++) {
      y[i] = y[i] < 0.5 ? 0 : 1;
    }
    return y;
  }

  private GradientReport check(String formula, Claim claim, double[] at) {
    GradientReport report = GradientCheck.standard().check(claim, at);
    allRight &= report.passed();
    page.say("%s", formula);
    page.say("    %s, greatest relative error %.1e", report.summary(), report.greatestError());
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("formula", formula);
    entry.put("passed", report.passed());
    entry.put("relative_error", report.greatestError());
    checks.add(entry);
    return report;
  }

  private void sigmoid() {
    page.heading("A1. Sigmoid: a = 1 / (1 + e^-h)");
    check(
        "da/dh = a (1 - a)",
        new Claim(
            SAMPLES,
            h -> sum(SAMPLES, i -> Elementary.sigmoid(h[i])),
            h -> each(SAMPLES, i -> Elementary.sigmoid(h[i]) * (1 - Elementary.sigmoid(h[i])))),
        uniform(SAMPLES, -4, 4));
  }

  private void entropy() {
    page.heading("A2. Binary cross-entropy: J = -mean(y ln a + (1 - y) ln(1 - a))");
    double[] y = labels();
    check(
        "dJ/da = -(y / a - (1 - y) / (1 - a)) / m",
        new Claim(
            SAMPLES,
            a -> entropy(y, a),
            a -> each(SAMPLES, i -> -(y[i] / a[i] - (1 - y[i]) / (1 - a[i])) / SAMPLES)),
        uniform(SAMPLES, 0.05, 0.95));
  }

  private void fused() {
    page.heading("A3. Sigmoid and cross-entropy together");
    double[] y = labels();
    check(
        "dJ/dh = (a - y) / m",
        new Claim(
            SAMPLES,
            h -> entropy(y, each(SAMPLES, i -> Elementary.sigmoid(h[i]))),
            h -> each(SAMPLES, i -> (Elementary.sigmoid(h[i]) - y[i]) / SAMPLES)),
        uniform(SAMPLES, -3, 3));
  }

  private void lastLayer() {
    page.heading("A4. The classifier's last layer: h = x w + b");
    double[] x = uniform(SAMPLES * FEATURES, -1, 1);
    double[] y = labels();
    double[] at = uniform(FEATURES + 1, -1, 1); // w, then b
    UnaryOperator<double[]> a =
        theta ->
            each(
                SAMPLES,
                k ->
                    Elementary.sigmoid(
                        theta[FEATURES] + sum(FEATURES, i -> x[k * FEATURES + i] * theta[i])));
    Claim claim =
        new Claim(
            FEATURES + 1,
            theta -> entropy(y, a.apply(theta)),
            theta -> {
              double[] error = a.apply(theta);
              return each(
                  FEATURES + 1,
                  i ->
                      sum(
                              SAMPLES,
                              k -> (error[k] - y[k]) * (i == FEATURES ? 1 : x[k * FEATURES + i]))
                          / SAMPLES);
            });
    GradientReport report = check("dJ/dw = x^T (a - y) / m,  dJ/db = sum(a - y) / m", claim, at);
    double[] error = a.apply(at);
    page.say("The article leaves out the sum over the batch (E1):");
    page.say("    difference quotient   %+.9f", report.verdicts().get(FEATURES).numeric());
    page.say("    summed, as above      %+.9f", report.verdicts().get(FEATURES).analytic());
    page.say(
        "    the article's (a - y) / m is one number for each sample, none of them the gradient:");
    page.say("    %s", list(each(SAMPLES, k -> (error[k] - y[k]) / SAMPLES)));
  }

  private void softmax() {
    page.heading("A5. Softmax and cross-entropy");
    page.say(
        "The appendix says softmax where its formula is the sigmoid (E2); here is the softmax.");
    int label = random.nextInt(CLASSES);
    double[] z = uniform(CLASSES, -2, 2);
    for (int c = 0; c < CLASSES; c++) {
      int component = c;
      check(
          "s = softmax(z):  ds_" + c + "/dz_j = s_" + c + " ([j = " + c + "] - s_j)",
          new Claim(
              CLASSES,
              at -> softmax(at)[component],
              at -> {
                double[] s = softmax(at);
                return each(CLASSES, j -> s[component] * ((j == component ? 1 : 0) - s[j]));
              }),
          z);
    }
    check(
        "J = -ln s_y:  dJ/dz = s - onehot(y), again (A - Y)",
        new Claim(
            CLASSES,
            at -> -Elementary.log(softmax(at)[label]),
            at -> {
              double[] s = softmax(at);
              return each(CLASSES, j -> s[j] - (j == label ? 1 : 0));
            }),
        z);
  }

  private static double[] softmax(double[] z) {
    double[] e = each(z.length, j -> Elementary.exp(z[j]));
    double total = sum(z.length, j -> e[j]);
    return each(z.length, j -> e[j] / total);
  }

  private static double entropy(double[] y, double[] a) {
    return -sum(y.length, i -> y[i] * Elementary.log(a[i]) + (1 - y[i]) * Elementary.log1p(-a[i]))
        / y.length;
  }

  /** A number for each index. */
  private interface Term {
    double at(int i);
  }

  private static double[] each(int n, Term term) {
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = term.at(i);
    }
    return values;
  }

  private static double sum(int n, Term term) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += term.at(i);
    }
    return sum;
  }

  private static String list(double[] values) {
    List<String> texts = new ArrayList<>();
    for (double value : values) {
      texts.add(String.format(java.util.Locale.ROOT, "%+.9f", value));
    }
    return String.join(" ", texts);
  }
}
