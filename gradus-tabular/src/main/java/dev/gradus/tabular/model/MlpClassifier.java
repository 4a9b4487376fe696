package dev.gradus.tabular.model;

import dev.gradus.tabular.preprocess.Task;
import dev.gradus.tabular.table.Table;
import dev.gradus.train.TrainingListener;

/**
 * A multilayer perceptron that predicts classes, each with its probability. Immutable: fitting
 * gives a new {@link Model}, which is immutable and safe for threads, and changes nothing here. The
 * same table and settings give the same bytes.
 *
 * <pre>{@code
 * Model model = MlpClassifier.builder().hiddenLayerSizes(32, 16).randomState(1).build().fit(table, "y");
 * }</pre>
 */
public final class MlpClassifier {
  private final TrainingSettings settings;

  private MlpClassifier(TrainingSettings settings) {
    this.settings = settings;
  }

  /** With nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** What was set. */
  public TrainingSettings settings() {
    return settings;
  }

  /**
   * Learns to predict a column of classes from all other columns, in the rows that have a target.
   *
   * @throws dev.gradus.error.GradusException if table and settings do not allow a training
   */
  public Model fit(Table table, String target) {
    TrainingData data = TrainingData.of(table, target);
    return TrainingPlan.of(data, settings).train(TrainingListener.silent()).model();
  }

  /** Takes what is set; not for several threads. */
  public static final class Builder extends MlpBuilder<Builder> {
    private Builder() {
      super(Task.CLASSIFICATION);
    }

    @Override
    Builder self() {
      return this;
    }

    /** The estimator; this builder may be used further without an effect on it. */
    public MlpClassifier build() {
      return new MlpClassifier(settings());
    }
  }
}
