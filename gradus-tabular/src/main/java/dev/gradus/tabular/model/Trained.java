package dev.gradus.tabular.model;

import dev.gradus.tabular.preprocess.CellCounts;
import java.util.List;

/**
 * A trained model and how good it is.
 *
 * @param model the model
 * @param validation on the rows held out
 * @param cells of the training rows: what was imputed
 */
public record Trained(Model model, Evaluation validation, List<CellCounts> cells) {
  /** Copies the list. */
  public Trained {
    cells = List.copyOf(cells);
  }

  /** What it relies on: on the rows held out, dealt out by the training's own seed. */
  public List<PermutationImportance> importance(TrainingPlan plan) {
    long seed = plan.settings().get(Hyperparameters.SEED);
    return PermutationImportance.of(model, plan.table(), plan.validation(), seed);
  }
}
