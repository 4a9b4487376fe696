package dev.gradus.tabular.model;

import dev.gradus.tabular.preprocess.CellCounts;
import dev.gradus.train.StopReason;
import java.util.List;
import java.util.Optional;

/**
 * A trained model and how good it is.
 *
 * @param model the model
 * @param judged the one that has not seen the validation rows: the same, or that before a refit
 * @param validation how good {@code judged} is on the rows held out for validation
 * @param test on the rows that nothing has seen, if there are any
 * @param cells of the training rows: what was imputed
 * @param reason why the training ended
 * @param bestEpoch after which the parameters were those of the model, from 1
 */
public record Trained(
    Model model,
    Model judged,
    Evaluation validation,
    Optional<Evaluation> test,
    List<CellCounts> cells,
    StopReason reason,
    int bestEpoch) {
  /** Copies the list. */
  public Trained {
    cells = List.copyOf(cells);
  }

  /** The same with another reason why the training ended. */
  Trained endedBy(StopReason other) {
    return new Trained(model, judged, validation, test, cells, other, bestEpoch);
  }

  /** Whether somebody asked the training to stop. */
  public boolean wasAsked() {
    return reason instanceof StopReason.Asked;
  }

  /** Whether it was trained again on all rows after it was judged. */
  public boolean isRefitted() {
    return model.record().get(Hyperparameters.REFIT.key()) instanceof String refit
        && refit.equals(Refit.ALL.toString());
  }

  /**
   * What {@code judged} relies on: on the rows held out, dealt out by the training's own seed. A
   * refitted model knows those rows.
   */
  public List<PermutationImportance> importance(TrainingPlan plan) {
    long seed = plan.settings().get(Hyperparameters.SEED);
    Part on = plan.validation().orElseThrow();
    return PermutationImportance.of(judged, on.table(), on.rows(), seed);
  }
}
