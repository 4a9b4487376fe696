package dev.gradus.tabular.model;

import dev.gradus.train.TrainingListener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * How good models of the same settings are on rows that none of them has seen: each part of the
 * rows is held out once, and a model of the others is judged by it. Test rows are in no part.
 *
 * @param parts how good each was on the part that it has not seen
 */
public record CrossValidation(List<Evaluation> parts) {

  /** Copies the list. */
  public CrossValidation {
    parts = List.copyOf(parts);
  }

  /**
   * A metric over the parts.
   *
   * @param mean of the parts
   * @param spread their standard deviation, over n − 1
   */
  public record Summary(double mean, double spread) {
    static Summary of(List<Double> values) {
      double sum = 0;
      for (double value : values) {
        sum += value;
      }
      double mean = sum / values.size();
      double squares = 0;
      for (double value : values) {
        squares += (value - mean) * (value - mean);
      }
      return new Summary(mean, Math.sqrt(squares / (values.size() - 1)));
    }
  }

  /**
   * Trains a model for each part.
   *
   * @param plan whose settings say how many parts
   * @param done hears after each how many are
   */
  public static CrossValidation of(TrainingPlan plan, IntConsumer done) {
    List<Evaluation> parts = new ArrayList<>();
    for (TrainingPlan fold : plan.folds()) {
      parts.add(
          fold.train(TrainingListener.silent(), epoch -> {}, TrainingContext.standard().unchecked())
              .orElseThrow()
              .test()
              .orElseThrow());
      done.accept(parts.size());
    }
    return new CrossValidation(parts);
  }

  /** Each metric that all parts have, by its name in JSON. */
  public Map<String, Summary> summary() {
    Map<String, List<Double>> values = new LinkedHashMap<>();
    for (Evaluation part : parts) {
      EvaluationForm.metrics(part)
          .forEach(
              (name, value) ->
                  values.computeIfAbsent(name, absent -> new ArrayList<>()).add((Double) value));
    }
    Map<String, Summary> summary = new LinkedHashMap<>();
    values.forEach(
        (name, all) -> {
          if (all.size() == parts.size()) {
            summary.put(name, Summary.of(all));
          }
        });
    return summary;
  }
}
