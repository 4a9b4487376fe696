package dev.gradus.tabular.metric;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether what is predicted with probability p comes true in a share p of the rows: the rows sorted
 * into {@value #BINS} bins of equal width by p, [0, 0.1), … [0.9, 1].
 *
 * <p>Of two classes p is the probability of the second, and what may come true is that class; of
 * more, p is the probability of the class predicted, and what may come true is that it is right.
 *
 * <pre>ECE = Σ W_b / W · |mean p in b − share that came true in b|</pre>
 *
 * <p>Source: Naeini, Cooper, Hauskrecht (2015), Obtaining Well Calibrated Probabilities Using
 * Bayesian Binning.
 *
 * @param bins those that hold rows, in increasing order
 */
public record Calibration(List<Bin> bins) {
  /** How many there are, empty ones too. */
  public static final int BINS = 10;

  /**
   * The rows of one bin.
   *
   * @param share of all rows' weight
   * @param predicted their mean p
   * @param actual the share of them that came true
   */
  public record Bin(double share, double predicted, double actual) {}

  /** Copies the list. */
  public Calibration {
    bins = List.copyOf(bins);
  }

  /**
   * Sorts rows into bins.
   *
   * @param p [n], each from 0 to 1
   * @param cameTrue [n]
   * @param weights [n]
   */
  static Calibration of(double[] p, boolean[] cameTrue, double[] weights) {
    double[] weight = new double[BINS];
    double[] predicted = new double[BINS];
    double[] actual = new double[BINS];
    for (int i = 0; i < p.length; i++) {
      int bin = Math.min((int) (p[i] * BINS), BINS - 1);
      weight[bin] += weights[i];
      predicted[bin] += weights[i] * p[i];
      actual[bin] += cameTrue[i] ? weights[i] : 0;
    }
    double total = RowWeighting.total(weight);
    List<Bin> bins = new ArrayList<>();
    for (int b = 0; b < BINS; b++) {
      if (weight[b] > 0) {
        bins.add(new Bin(weight[b] / total, predicted[b] / weight[b], actual[b] / weight[b]));
      }
    }
    return new Calibration(bins);
  }

  /** The expected calibration error, from 0 to 1. */
  public double error() {
    double error = 0;
    for (Bin bin : bins) {
      error += bin.share * Math.abs(bin.predicted - bin.actual);
    }
    return error;
  }
}
