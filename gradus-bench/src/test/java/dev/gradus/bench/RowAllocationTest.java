package dev.gradus.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.gradus.data.Xoshiro256;
import dev.gradus.layer.Activation;
import dev.gradus.layer.Dense;
import dev.gradus.matrix.Compute;
import dev.gradus.network.Network;
import dev.gradus.network.Parameters;
import dev.gradus.network.Workspace;
import dev.gradus.tabular.model.Hyperparameters;
import dev.gradus.tabular.model.Model;
import dev.gradus.tabular.model.Row;
import dev.gradus.tabular.model.TrainingPlan;
import dev.gradus.tabular.model.TrainingSettings;
import dev.gradus.tabular.table.CategoryColumn;
import dev.gradus.tabular.table.NumberColumn;
import dev.gradus.tabular.table.Table;
import dev.gradus.train.TrainingListener;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A service's prediction: in the steady state it allocates nothing. */
class RowAllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int CALLS = 20_000;
  private static final int ROUNDS = 20;

  private static Model model() {
    int n = 40;
    Table table =
        Table.of(
            "t.csv",
            NumberColumn.of("a", IntStream.range(0, n).mapToDouble(i -> i % 7).toArray()),
            CategoryColumn.of(
                "c", IntStream.range(0, n).mapToObj(i -> "k" + i % 3).toArray(String[]::new)),
            NumberColumn.of("y", IntStream.range(0, n).mapToDouble(i -> i % 7 + 0.5).toArray()));
    TrainingSettings settings =
        TrainingSettings.standard()
            .with(Hyperparameters.EPOCHS, 1)
            .with(Hyperparameters.THREADS, 1);
    int[] rows = IntStream.range(0, n).toArray();
    return TrainingPlan.of(table, "y", rows, Optional.empty(), settings)
        .train(TrainingListener.silent())
        .model();
  }

  /** Of the parameters no copy, and of their gradient no place. */
  @Test
  void aRowIsSmallBesideItsModel() {
    Network network = Network.of(8, Dense.dense(8, 4_000), Activation.RELU, Dense.dense(4_000, 9));
    Parameters theta = network.initialize(Compute.float64(), Xoshiro256.seeded(1));
    network.predictor(theta, 1); // loads the classes
    long thread = Thread.currentThread().threadId();
    long before = THREADS.getThreadAllocatedBytes(thread);
    Workspace predictor = network.predictor(theta, 1);
    long bytes = THREADS.getThreadAllocatedBytes(thread) - before;
    predictor.forward();
    assertThat(bytes).isLessThan(8L * theta.vector().size() / 4);
  }

  @Test
  void aRowIsPredictedWithoutAllocation() {
    Model model = model();
    Row row = model.row();
    String[] texts = {"k0", "k1", "k2", "unseen", ""};
    long thread = Thread.currentThread().threadId();
    long least = Long.MAX_VALUE;
    double sum = 0;
    for (int round = 0; round < ROUNDS; round++) { // compilers allocate too, at first
      long before = THREADS.getThreadAllocatedBytes(thread);
      for (int i = 0; i < CALLS; i++) {
        sum += model.predict(row.set("a", i).set(1, texts[i % texts.length])).value();
      }
      least = Math.min(least, THREADS.getThreadAllocatedBytes(thread) - before);
    }
    assertThat(least).isZero();
    assertThat(sum).isFinite();
  }
}
