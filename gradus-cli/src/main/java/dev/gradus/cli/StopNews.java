package dev.gradus.cli;

import dev.gradus.train.StopReason;
import dev.gradus.train.TrainingEvent;
import dev.gradus.train.TrainingListener;
import java.util.Optional;

/** How far a training came, for the sentence about one that was asked to stop. */
final class StopNews implements TrainingListener {
  private int epoch;
  private boolean finished;
  private Optional<TrainingEvent.BestRestored> best = Optional.empty();

  @Override
  public void on(TrainingEvent event) {
    switch (event) {
      case TrainingEvent.Resumed resumed -> epoch = resumed.epochs().size();
      case TrainingEvent.EpochEnded ended -> epoch = ended.epoch();
      case TrainingEvent.BestRestored restored -> best = Optional.of(restored);
      case TrainingEvent.Finished end -> finished = !(end.reason() instanceof StopReason.Asked);
      default -> {}
    }
  }

  /**
   * Says so: {@code stopped at epoch 17; saved c.gradus}.
   *
   * @param isModel whether that is a model; else it is a checkpoint
   */
  void tell(String saved, boolean isModel, Terminal terminal) {
    String which =
        best.filter(restored -> isModel && restored.epoch() != epoch)
            .map(restored -> ", the best, of epoch " + restored.epoch())
            .orElse("");
    String rest = finished && isModel ? ", not trained again on all rows" : "";
    terminal.stopped(epoch, saved, which + rest);
  }
}
