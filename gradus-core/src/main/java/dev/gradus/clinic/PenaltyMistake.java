package dev.gradus.clinic;

import dev.gradus.layer.Block;
import dev.gradus.matrix.Matrix;
import dev.gradus.network.ParameterBlock;
import dev.gradus.network.Parameters;
import dev.gradus.network.Penalty;
import java.util.List;

/**
 * Mistakes in the gradient of the penalty ½ λ Σ W², which is λ W for weights and 0 for biases; and
 * in that of l1 · Σ |W|, where there is one.
 */
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

  /** How many times l1 · sign(θ): nothing of it is a ½ that could be forgotten. */
  private double signFactor(Block.Kind kind) {
    return Math.min(factor(kind), 1);
  }

  /** Adds what is taken for the penalty's gradient. */
  void penalize(Penalty penalty, Parameters theta, Parameters gradient) {
    for (ParameterBlock part : theta.layout()) {
      Block.Kind kind = part.block().kind();
      Matrix of = theta.get(part.name());
      gradient.get(part.name()).addScaled(factor(kind) * penalty.l2(), of);
      gradient.get(part.name()).addScaledSigns(signFactor(kind) * penalty.l1(), of);
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
    Penalty penalty = specimen.penalty();
    return Planted.once(this, this == PENALTY_DOUBLED ? penalty.l2() > 0 : !penalty.isNone());
  }
}
