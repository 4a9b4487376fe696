package dev.gradus.optimize;

import java.util.Locale;

/** The table of optimizers, each with its standard hyperparameters. */
public enum StandardOptimizer {
  /** {@link Sgd}, plain. */
  SGD(Sgd.sgd()),
  /** {@link RmsProp}. */
  RMSPROP(RmsProp.rmsProp()),
  /** {@link AdaGrad}. */
  ADAGRAD(AdaGrad.adaGrad()),
  /** {@link Adam}. */
  ADAM(Adam.adam()),
  /** {@link AmsGrad}. */
  AMSGRAD(AmsGrad.amsGrad()),
  /** {@link AdamW}. */
  ADAMW(AdamW.adamW()),
  /** {@link Nadam}. */
  NADAM(Nadam.nadam()),
  /** {@link Lbfgs}, on all rows at once. */
  LBFGS(Lbfgs.lbfgs());

  @SuppressWarnings("ImmutableEnumChecker") // recipes are records of numbers
  private final Descent standard;

  StandardOptimizer(Descent standard) {
    this.standard = standard;
  }

  /** With its standard hyperparameters. */
  public Descent standard() {
    return standard;
  }

  /** The name in files and flags: {@code adamw}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
