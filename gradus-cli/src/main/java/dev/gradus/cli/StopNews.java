package dev.gradus.cli;

import dev.gradus.train.StopReason;
import dev.gradus.train.TrainingEvent;
import dev.gradus.train.TrainingListener;
import java.util.Optional;

/** How far a training came, and whether it was asked to stop. */
final class StopNews implements TrainingListener {
  private int epoch;
  private boolean asked;
  private Optional<TrainingEvent.BestRestored> best = Optional.empty();

  @Override
  public void on(TrainingEvent event) {
    switch (event) {
      case TrainingEvent.Resumed resumed -> epoch = resumed.epochs().size();
      case TrainingEvent.EpochEnded ended -> epoch = ended.epoch();
      case TrainingEvent.BestRestored restored -> best = Optional.of(restored);
      case TrainingEvent.Finished finished -> asked = finished.reason() instanceof StopReason.Asked;
      default -> {}
    }
  }

  /** Whether it stopped because somebody asked. */
  boolean wasAsked() {
    return asked;
  }

  /** Says so: {@code stopped at epoch 17; saved c.gradus}. */
  void tell(String saved, boolean isModel, Terminal terminal) {
    String which =
        best.filter(restored -> isModel)
            .map(restored -> ", the best, of epoch " + restored.epoch())
            .orElse("");
    terminal.stopped(epoch, saved, which);
  }
}
