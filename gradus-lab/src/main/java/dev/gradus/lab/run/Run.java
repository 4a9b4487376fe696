package dev.gradus.lab.run;

import dev.gradus.error.DivergedException;
import dev.gradus.lab.plan.Experiment;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Precision;
import dev.gradus.network.Parameters;
import dev.gradus.train.StopSignal;
import dev.gradus.train.Supervision;
import dev.gradus.train.TrainingEvent;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * One training, on a thread of its own. Others say what is to become of it and ask for glances; it
 * looks for that between its steps, where one volatile variable says whether there is anything to
 * look for. Nothing that is asked changes a bit of what is computed.
 */
public final class Run {
  private final int number;
  private final Experiment experiment;
  private final Compute compute;
  private final Parameters theta;
  private final RandomGenerator random;
  private final Course course;
  private final StopSignal stop = new StopSignal();
  private final Runnable changed;

  private volatile boolean attention; // is there anything for the run to look for?
  private volatile long done;

  // Guarded by this.
  private Status status = Status.READY;
  private String message = "";
  private boolean pausing;
  private boolean glancing;
  private long until = Long.MAX_VALUE; // pauses when so many steps are taken
  private double stepsPerSecond;
  private Glance glance;

  // On the run's thread alone, once it is there.
  private double lossSum;
  private long lossCount;
  private long due; // of the next step, where there is a speed
  private double[] first = {}; // the parameters at the first of the two steps of a glance
  private long firstDone = -1;

  /**
   * A run before its first step.
   *
   * @param number among all runs
   * @param stepsPerSecond 0 for as fast as it can
   * @param changed is called after each change of the status
   */
  public Run(int number, Experiment experiment, double stepsPerSecond, Runnable changed) {
    this.number = number;
    this.experiment = experiment;
    this.stepsPerSecond = stepsPerSecond;
    this.changed = changed;
    this.compute = Compute.of(Precision.FLOAT64, 1, experiment.flop());
    this.random = experiment.random();
    this.theta = experiment.network().initialize(compute, random);
    this.course = new Course(experiment, theta);
    this.glance = new Glance(0, theta.vector().toArray(), Optional.empty(), Double.NaN);
  }

  /** Which one it is. */
  public int number() {
    return number;
  }

  /** What is trained. */
  public Experiment experiment() {
    return experiment;
  }

  /** Steps taken so far. */
  public long done() {
    return done;
  }

  /** Epochs that have ended after so many steps; 0 where there are none. */
  public long epoch(long steps) {
    int rows = experiment.rowsOfEpoch();
    boolean all = experiment.settings().isFullBatch();
    int batch = all ? rows : Math.min(experiment.settings().batchSize(), rows);
    return rows == 0 ? 0 : steps / Math.ceilDiv(rows, batch);
  }

  /** How it is with it. */
  public synchronized Status status() {
    return status;
  }

  /** Why it diverged or could not go on; else empty. */
  public synchronized String message() {
    return message;
  }

  /**
   * Tells what went wrong beside it, while it goes on.
   *
   * @return whether that is new
   */
  synchronized boolean note(String text) {
    boolean news = !text.equals(message);
    message = text;
    return news;
  }

  /** Its losses. */
  public Course course() {
    return course;
  }

  /** Begins, or goes on. */
  public void go() {
    go(Long.MAX_VALUE);
  }

  /**
   * Takes so many steps and pauses; returns then.
   *
   * @param millis waits no longer than that
   */
  public void step(long count, long millis) throws InterruptedException {
    go(done + count);
    long end = System.nanoTime() + millis * 1_000_000;
    synchronized (this) {
      for (long left = millis; status == Status.RUNNING && left > 0; left = left(end)) {
        wait(left);
      }
    }
  }

  private static long left(long end) {
    return (end - System.nanoTime()) / 1_000_000;
  }

  private void go(long pauseAt) {
    synchronized (this) {
      if (status.isOver()) {
        return;
      }
      boolean first = status == Status.READY;
      until = pauseAt;
      status = Status.RUNNING;
      attend(); // before the thread is there: it looks before it locks
      if (first) {
        Thread.ofPlatform().daemon().name("lab-run-" + number).start(this::train);
      }
    }
    changed.run();
  }

  /** Between the next two steps it stops until it is told to go on; returns when it has. */
  public synchronized void pause() throws InterruptedException {
    if (status != Status.RUNNING) {
      return;
    }
    pausing = true;
    attend();
    while (status == Status.RUNNING) {
      wait();
    }
  }

  /** Ends it; returns when it has ended. */
  public void stop() throws InterruptedException {
    synchronized (this) {
      stop.ask();
      boolean begun = status == Status.RUNNING || status == Status.PAUSED;
      if (begun) {
        status = Status.RUNNING; // it ends on its own thread
        attend();
        while (!status.isOver()) {
          wait();
        }
        return;
      }
      if (status == Status.READY) {
        status = Status.STOPPED;
      }
    }
    changed.run();
  }

  /** How fast it may go; 0 for as fast as it can. */
  public synchronized void speed(double limit) {
    stepsPerSecond = limit;
    attend();
  }

  private void attend() {
    attention = true;
    notifyAll();
  }

  /** The newest glance; one that is not older than this call, if the run goes fast enough. */
  @SuppressWarnings("ReferenceEquality") // the same glance, not one that looks alike
  synchronized Glance glance(long millis) throws InterruptedException {
    long end = System.nanoTime() + millis * 1_000_000;
    Glance old = glance;
    if (status == Status.RUNNING) {
      glancing = true;
      attend();
    }
    for (long left = millis;
        status == Status.RUNNING && glance == old && left > 0;
        left = left(end)) {
      wait(left);
    }
    return glance;
  }

  /** The parameters as they are now: a copy [p]. */
  public double[] parameters() throws InterruptedException {
    return glance(1_000).theta();
  }

  private void train() {
    Status end = Status.STOPPED;
    String why = "";
    try {
      experiment
          .trainer(compute)
          .train(theta, experiment.source(compute), random, this::on, Supervision.stoppedBy(stop));
      end = stop.isAsked() && done < experiment.settings().steps() ? end : Status.FINISHED;
      course.close(done);
    } catch (DivergedException e) {
      end = Status.DIVERGED;
      why = String.valueOf(e.getMessage());
      course.close(done);
    } catch (OutOfMemoryError e) {
      why = "there is not enough memory for this network";
    } catch (RuntimeException e) {
      why = "internal error: " + e + "; please report";
    } finally {
      over(end, why);
    }
  }

  /** Whatever has happened: who waits for the end must not wait for ever. */
  private void over(Status end, String why) {
    synchronized (this) {
      try {
        look();
      } finally {
        status = end;
        message = why;
        notifyAll();
      }
    }
    changed.run();
  }

  private void on(TrainingEvent event) {
    if (event instanceof TrainingEvent.Stepped stepped) {
      stepped(stepped.step() + 1, stepped.loss());
    }
  }

  private void stepped(long steps, double loss) {
    done = steps;
    course.add(steps, loss);
    lossSum += loss;
    lossCount++;
    if (attention) {
      listen();
    }
  }

  /** What is wanted of the run, between two steps. */
  private void listen() {
    boolean paused = false;
    synchronized (this) {
      if (stop.isAsked()) {
        return;
      }
      boolean slow = stepsPerSecond > 0;
      boolean pauses = pausing || done >= until;
      boolean second = firstDone == done - 1 || glance.done() == done - 1;
      if (pauses || slow || (glancing && second)) {
        look();
        glancing = false;
      } else if (glancing) {
        first = theta.vector().toArray();
        firstDone = done;
      }
      attention = glancing || slow || until != Long.MAX_VALUE;
      if (pauses) {
        pausing = false;
        until = Long.MAX_VALUE;
        status = Status.PAUSED;
        notifyAll();
        paused = true;
      } else if (slow) {
        waitForTurn();
      }
    }
    if (paused) {
      changed.run();
      rest();
    }
  }

  private void look() {
    Optional<double[]> before = Optional.empty();
    if (firstDone == done - 1) {
      before = Optional.of(first);
    } else if (glance.done() == done - 1) {
      before = Optional.of(glance.theta());
    }
    double loss = lossCount == 0 ? glance.loss() : lossSum / lossCount;
    glance = new Glance(done, theta.vector().toArray(), before, loss);
    lossSum = 0;
    lossCount = 0;
    notifyAll();
  }

  private void waitForTurn() {
    long now = System.nanoTime();
    long each = (long) (1e9 / stepsPerSecond);
    due = now - due > each ? now + each : due + each; // does not catch up on a rest
    double speed = stepsPerSecond;
    try {
      for (long left = due - now;
          left > 0 && speed == stepsPerSecond && !pausing && !stop.isAsked();
          left = due - System.nanoTime()) {
        wait(left / 1_000_000, (int) (left % 1_000_000));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void rest() {
    try {
      while (status == Status.PAUSED) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
