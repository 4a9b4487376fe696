package dev.gradus.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.lab.plan.Experiment;
import dev.gradus.lab.plan.PlayData;
import dev.gradus.lab.plan.Task;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** It goes on, whatever cannot be shown. */
@Timeout(60) // hangs where the guard is missing
class PublisherTest {

  @Test
  void whatCannotBeShownIsToldAndTheNextIsShown() throws InterruptedException {
    Task task = Task.of(PlayData.SIN);
    Run run = new Run(1, Experiment.of(task, task.standard()), 0, () -> {});
    AtomicInteger asked = new AtomicInteger();
    CountDownLatch again = new CountDownLatch(1);
    try (Publisher publisher =
        new Publisher(
            new Listeners(),
            there -> {
              if (asked.getAndIncrement() == 0) {
                throw new IllegalStateException("planted");
              }
              assertThat(there.message()).contains("internal error", "planted");
              return Map.of();
            },
            there -> {
              again.countDown();
              return Map.of();
            })) {
      publisher.watch(run, true);
      publisher.start();
      again.await();
    }
    assertThat(asked).hasValue(2);
  }
}
