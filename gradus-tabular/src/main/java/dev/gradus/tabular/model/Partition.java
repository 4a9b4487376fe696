package dev.gradus.tabular.model;

import dev.gradus.tabular.preprocess.HoldOut;
import dev.gradus.tabular.setting.HeldOut;
import java.util.Optional;

/**
 * The rows of a training, none of them in two parts.
 *
 * @param training to learn from
 * @param validation held out while it trains; none in a refit
 * @param test looked at in the end alone, if wanted
 */
record Partition(Part training, Optional<Part> validation, Optional<Part> test) {

  /** Holds out first the test rows, then the validation rows. */
  static Partition of(TrainingData data, TrainingSettings settings, RowDrawing drawing) {
    int[] rows = data.all().rows();
    Optional<Part> test = data.test();
    if (test.isEmpty()
        && settings.find(Hyperparameters.TEST).orElse(null) instanceof HeldOut.Share share) {
      HoldOut held = drawing.holdOut(rows, Hyperparameters.TEST.flag(), share.fraction());
      test = Optional.of(new Part(data.table(), held.validation()));
      rows = held.training();
    }
    if (data.validation().isPresent()) {
      return new Partition(new Part(data.table(), rows), data.validation(), test);
    }
    HoldOut held = drawing.holdOut(rows, Hyperparameters.VALIDATION.flag(), fraction(settings));
    return new Partition(
        new Part(data.table(), held.training()),
        Optional.of(new Part(data.table(), held.validation())),
        test);
  }

  /** The share that is held out for validation; where a file is, that of the standard. */
  static double fraction(TrainingSettings settings) {
    return settings.get(Hyperparameters.VALIDATION) instanceof HeldOut.Share share
        ? share.fraction()
        : ((HeldOut.Share) Hyperparameters.VALIDATION.standard().orElseThrow()).fraction();
  }
}
