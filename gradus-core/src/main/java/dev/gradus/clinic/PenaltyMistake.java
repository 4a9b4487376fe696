package dev.gradus.clinic;

import dev.gradus.layer.Block;
import dev.gradus.network.ParameterBlock;
import dev.gradus.network.Parameters;
import java.util.List;

/** Mistakes in the gradient of the penalty ½ λ Σ W², which is λ W for weights and 0 for biases. */
public enum PenaltyMistake implements Mistake {

  /** 0. */
  PENALTY_FORGOTTEN(
      "the penalty is forgotten", "λ W was not added to the gradient of the weights.") {
    @Override
    double factor(Block.Kind kind) {
      return 0;
    }
  },

  /** 2 λ W. */
  PENALTY_DOUBLED(
      "the penalty is doubled", "2 λ W was added: the derivative of λ W², without its ½.") {
    @Override
    double factor(Block.Kind kind) {
      return kind == Block.Kind.WEIGHT ? 2 : 0;
    }
  },

  /** λ W, and λ b. */
  PENALTY_ON_BIASES(
      "the penalty is on the biases too", "λ b was added to db; biases are not penalized.") {
    @Override
    double factor(Block.Kind kind) {
      return 1;
    }
  };

  private final String title;
  private final String sentence;

  PenaltyMistake(String title, String sentence) {
    this.title = title;
    this.sentence = sentence;
  }

  /** How many times λ θ is added to the gradient of such a block. */
  abstract double factor(Block.Kind kind);

  /** Adds what is taken for the penalty's gradient. */
  void penalize(Parameters theta, Parameters gradient, double l2) {
    for (ParameterBlock part : theta.layout()) {
      double factor = factor(part.block().kind());
      gradient.get(part.name()).addScaled(factor * l2, theta.get(part.name()));
    }
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String sentence() {
    return sentence;
  }

  @Override
  public String wants() {
    return "a penalty";
  }

  @Override
  public List<Planted> plantings(Specimen specimen) {
    return Planted.once(this, specimen.penalty().l2() > 0);
  }
}
