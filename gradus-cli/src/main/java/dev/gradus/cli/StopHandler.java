package dev.gradus.cli;

import dev.gradus.train.StopSignal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * While it is open, Ctrl-C (SIGINT), SIGTERM and SIGHUP ask the training to stop after the batch at
 * hand; the second of them ends the process at once. What was ignored before stays ignored, as
 * under {@code nohup}. The module jdk.unsupported is the only way to hear a second signal.
 */
final class StopHandler implements AutoCloseable {
  private static final Map<String, ExitStatus> SIGNALS = new LinkedHashMap<>();

  static {
    SIGNALS.put("INT", ExitStatus.INTERRUPTED);
    SIGNALS.put("TERM", ExitStatus.TERMINATED);
    SIGNALS.put("HUP", ExitStatus.HUNG_UP);
  }

  private final StopSignal stop;
  private final Map<Signal, SignalHandler> before = new LinkedHashMap<>();
  private volatile Optional<ExitStatus> heard = Optional.empty();

  StopHandler(StopSignal stop) {
    this.stop = stop;
    SIGNALS.keySet().forEach(this::listen);
  }

  private void listen(String name) {
    try {
      Signal signal = new Signal(name);
      before.put(signal, Signal.handle(signal, this::hear));
    } catch (IllegalArgumentException e) {
      // a system without that signal, or a JVM that was told to leave it alone
    }
  }

  private void hear(Signal signal) {
    ExitStatus status = SIGNALS.get(signal.getName());
    if (status == null) {
      return;
    }
    if (heard.isPresent()) {
      Runtime.getRuntime().halt(status.code());
    }
    heard = Optional.of(status);
    stop.ask();
  }

  /** How the process has to end, if a signal came. */
  Optional<ExitStatus> heard() {
    return heard;
  }

  @Override
  public void close() {
    before.forEach(Signal::handle);
  }
}
