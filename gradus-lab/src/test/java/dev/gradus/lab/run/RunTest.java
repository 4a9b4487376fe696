package dev.gradus.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.data.Xoshiro256;
import dev.gradus.lab.plan.Experiment;
import dev.gradus.lab.plan.PlayData;
import dev.gradus.lab.plan.Settings;
import dev.gradus.lab.plan.Task;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Compute;
import dev.gradus.network.Parameters;
import dev.gradus.train.TrainingListener;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What others want of a run changes nothing that it computes. */
@Timeout(120) // hangs where the guard is missing
class RunTest {
  private static final long WAIT = 60_000;

  private static Experiment experiment(PlayData data, double learningRate, long steps) {
    return experiment(data, Task.of(data).standard().loss(), learningRate, steps);
  }

  private static Experiment experiment(
      PlayData data, StandardLoss loss, double learningRate, long steps) {
    Task task = Task.of(data);
    Settings s = task.standard();
    return Experiment.of(
        task,
        new Settings(
            s.hidden(),
            s.initializer(),
            loss,
            s.optimizer(),
            learningRate,
            s.schedule(),
            s.batchSize(),
            s.l2(),
            s.dropout(),
            steps,
            s.seed()));
  }

  private static double[] alone(Experiment experiment) {
    Compute compute = Compute.float64();
    Xoshiro256 random = experiment.random();
    Parameters theta = experiment.network().initialize(compute, random);
    experiment
        .trainer(compute)
        .train(theta, experiment.source(compute), random, TrainingListener.silent());
    return theta.vector().toArray();
  }

  private static Run run(Experiment experiment) {
    return new Run(1, experiment, 0, () -> {});
  }

  private static void awaitEnd(Run run) throws InterruptedException {
    while (!run.status().isOver()) {
      run.glance(WAIT);
    }
  }

  @Test
  void itsBitsAreThoseOfTheTrainerAloneHoweverOftenItIsLookedAt() throws InterruptedException {
    for (PlayData data : PlayData.values()) {
      Experiment experiment = experiment(data, 1e-3, 1_000);
      Run run = run(experiment);
      run.go();
      int looks = 0;
      while (!run.status().isOver()) {
        run.glance(1);
        looks++;
      }
      assertThat(run.status()).isEqualTo(Status.FINISHED);
      assertThat(run.parameters()).as("%s, %d looks", data, looks).isEqualTo(alone(experiment));
    }
  }

  @Test
  void itsBitsDoNotDependOnPausesAndSingleStepsAndSpeed() throws InterruptedException {
    Experiment experiment = experiment(PlayData.MOONS, 1e-2, 300);
    Run run = run(experiment);
    run.step(1, WAIT);
    run.step(7, WAIT);
    run.speed(100_000);
    run.go();
    run.pause();
    run.step(3, WAIT);
    run.speed(0);
    run.go();
    awaitEnd(run);
    assertThat(run.parameters()).isEqualTo(alone(experiment));
  }

  @Test
  void stepsAreCounted() throws InterruptedException {
    Run run = run(experiment(PlayData.SIN, 1e-3, 10));
    assertThat(run.status()).isEqualTo(Status.READY);
    run.step(1, WAIT);
    assertThat(run.done()).isEqualTo(1);
    assertThat(run.status()).isEqualTo(Status.PAUSED);
    run.step(4, WAIT);
    assertThat(run.done()).isEqualTo(5);
    run.step(100, WAIT);
    assertThat(run.done()).isEqualTo(10);
    assertThat(run.status()).isEqualTo(Status.FINISHED);
  }

  @Test
  void aGlanceHasTheStepBeforeToo() throws InterruptedException {
    Run run = run(experiment(PlayData.SIN, 1e-3, 1_000_000));
    assertThat(run.glance(0).before()).isEmpty();
    run.step(1, WAIT);
    assertThat(run.glance(0).before().orElseThrow()).isNotEqualTo(run.glance(0).theta());
    run.go();
    Glance glance = run.glance(WAIT);
    assertThat(glance.before()).isPresent();
    run.stop();
  }

  @Test
  void itStopsInEveryStatus() throws InterruptedException {
    Run ready = run(experiment(PlayData.SIN, 1e-3, 10));
    ready.stop();
    assertThat(ready.status()).isEqualTo(Status.STOPPED);
    Run paused = run(experiment(PlayData.SIN, 1e-3, 1_000_000));
    paused.step(2, WAIT);
    paused.stop();
    assertThat(paused.status()).isEqualTo(Status.STOPPED);
    assertThat(paused.done()).isEqualTo(2);
    Run running = run(experiment(PlayData.SIN, 1e-3, 1_000_000_000));
    running.go();
    running.stop();
    assertThat(running.status()).isEqualTo(Status.STOPPED);
    running.stop();
    running.pause();
    running.go();
    assertThat(running.status()).isEqualTo(Status.STOPPED);
  }

  @Test
  void aSlowRunIsStoppedWithoutWaitingForItsTurn() throws InterruptedException {
    Run run = new Run(1, experiment(PlayData.SIN, 1e-3, 10), 1e-3, () -> {});
    run.step(1, WAIT);
    run.go();
    run.stop();
    assertThat(run.status()).isEqualTo(Status.STOPPED);
  }

  @Test
  void aDivergedRunSaysWhy() throws InterruptedException {
    Run run = run(experiment(PlayData.SIN, StandardLoss.MSE, 10, 10_000));
    run.go();
    awaitEnd(run);
    assertThat(run.status()).isEqualTo(Status.DIVERGED);
    assertThat(run.message()).contains("diverged");
  }

  @Test
  void aRunThatFailsEndsAndSaysSo() throws InterruptedException {
    Thread test = Thread.currentThread();
    AtomicBoolean planted = new AtomicBoolean();
    Run run =
        new Run(
            1,
            experiment(PlayData.MOONS, 1e-2, 10),
            0,
            () -> {
              if (Thread.currentThread() != test && planted.compareAndSet(false, true)) {
                throw new IllegalStateException("planted"); // on the run's own thread
              }
            });
    run.step(1, WAIT);
    run.stop();
    assertThat(run.status()).isEqualTo(Status.STOPPED);
    assertThat(run.message()).contains("internal error", "planted");
  }

  @Test
  void itsCourseIsTheSameEachTime() throws InterruptedException {
    Run one = run(experiment(PlayData.CIRCLES, 1e-2, 900));
    Run two = run(experiment(PlayData.CIRCLES, 1e-2, 900));
    one.go();
    two.step(100, WAIT);
    two.go();
    awaitEnd(one);
    awaitEnd(two);
    assertThat(one.course().soFar()).isEqualTo(two.course().soFar()).hasSize(300);
    Course.Point last = one.course().soFar()[299];
    assertThat(last.step()).isEqualTo(900);
    assertThat(last.validation()).isPositive();
  }
}
