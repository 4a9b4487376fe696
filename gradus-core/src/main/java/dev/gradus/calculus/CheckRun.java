package dev.gradus.calculus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One run of a {@link GradientCheck}: parameters are claimed in bundles by the threads, each with a
 * probe of its own, so that the verdicts do not depend on the number of threads.
 */
final class CheckRun {
  /** Parameters that a thread claims at once. */
  private static final int BUNDLE = 64;

  private final GradientCheck check;
  private final Objective subject;
  private final double[] at;
  private final int[] which;
  private final double[] analytic;
  private final double centre;
  private final Judge judge;
  private final Verdict[] verdicts;
  private final AtomicInteger next = new AtomicInteger();
  private volatile @Nullable Throwable trouble;
  private int done; // guarded by this

  CheckRun(GradientCheck check, Objective subject, double[] at, int[] which) {
    this.check = check;
    this.subject = subject;
    this.at = at.clone();
    this.which = which;
    this.analytic = new double[at.length];
    subject.gradient(at.clone(), analytic);
    this.centre = subject.value(at.clone());
    this.judge = new Judge(check.tolerance(), check.floor() * greatest(analytic));
    this.verdicts = new Verdict[which.length];
  }

  /** Of the finite ones: one that is not finite fails for itself, and hides no other. */
  private static double greatest(double[] values) {
    double greatest = 0;
    for (double value : values) {
      if (Double.isFinite(value)) {
        greatest = Math.max(greatest, Math.abs(value));
      }
    }
    return greatest;
  }

  List<Verdict> run(int threads, CheckListener listener) {
    int useful = Math.min(threads, (which.length + BUNDLE - 1) / BUNDLE);
    List<Thread> others = new ArrayList<>();
    for (int k = 1; k < useful; k++) {
      others.add(Thread.ofPlatform().daemon().start(() -> work(listener)));
    }
    work(listener);
    others.forEach(CheckRun::join);
    Throwable thrown = trouble;
    if (thrown instanceof RuntimeException e) {
      throw e;
    }
    if (thrown instanceof Error e) {
      throw e;
    }
    return Arrays.asList(verdicts);
  }

  private static void join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @SuppressWarnings("CatchingUnchecked") // told to the caller, once all threads have stopped
  private void work(CheckListener listener) {
    try {
      Difference.Stencil stencil =
          check.difference().new Stencil(subject.probe(at.clone()), centre);
      int from = next.getAndAdd(BUNDLE);
      while (from < which.length && trouble == null) {
        int to = Math.min(from + BUNDLE, which.length);
        for (int k = from; k < to; k++) {
          verdicts[k] = verdict(stencil, which[k]);
        }
        tell(listener, to - from);
        from = next.getAndAdd(BUNDLE);
      }
    } catch (Throwable e) {
      trouble = e;
    }
  }

  private synchronized void tell(CheckListener listener, int more) {
    done += more;
    listener.on(done, which.length);
  }

  private Verdict verdict(Difference.Stencil stencil, int i) {
    List<Difference.Quotient> quotients = new ArrayList<>(check.steps().size());
    for (double h : check.steps()) {
      quotients.add(stencil.at(i, at[i], h));
    }
    Kinks kinks = Kinks.of(quotients);
    if (kinks.none()) {
      return judge.smooth(i, subject.name(i), analytic[i], quotients);
    }
    if (!kinks.holdable()) {
      return judge.unheld(i, subject.name(i), analytic[i], quotients, kinks);
    }
    List<Difference.Quotient> held = new ArrayList<>(quotients.size());
    for (double h : check.steps()) {
      held.add(stencil.held(i, at[i], h));
    }
    return judge.held(i, subject.name(i), analytic[i], held, kinks);
  }
}
