package dev.gradus.cli;

import dev.gradus.error.DataException;
import dev.gradus.error.Location;
import dev.gradus.tabular.file.Json;
import java.io.FileDescriptor;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a command speaks to: results go to {@code out}; progress, warnings and errors go to {@code
 * err}.
 */
final class Terminal {
  /** Back to the start of the line, and clear it: a progress bar may stand there. */
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream out;
  private final PrintStream err;
  private final Manner manner;
  private boolean barShown;

  Terminal(OutputStream out, OutputStream err, Manner manner) {
    this.out = StandardOutput.over(out);
    this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
    this.manner = manner;
  }

  /** The process's own streams. */
  static Terminal ofProcess(Manner manner) {
    return new Terminal(new FileOutputStream(FileDescriptor.out), standardError(), manner);
  }

  /** Descriptor 2, or the one that the launcher kept free of what the JVM says at its start. */
  private static OutputStream standardError() {
    String other = System.getProperty("gradus.stderr", "");
    if (!other.isEmpty()) {
      try {
        FileOutputStream err = new FileOutputStream(other, true);
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        return err;
      } catch (FileNotFoundException e) {
        return new FileOutputStream(FileDescriptor.err);
      }
    }
    return new FileOutputStream(FileDescriptor.err);
  }

  /** For results. Buffered; flushed when the command ends. */
  PrintStream out() {
    return out;
  }

  /** For what accompanies the results. */
  PrintStream err() {
    return err;
  }

  /** Whether the answer is to be JSON. */
  boolean json() {
    return manner.json();
  }

  /** Shows the progress of a work of {@code total} steps, under a name: {@code training}. */
  Progress progress(long total, String what) {
    if (manner.quiet() || total <= 0) {
      return Progress.none();
    }
    if (!manner.isTerminal() || manner.json()) {
      return new Progress(new ProgressLines(err, what, total), System::nanoTime);
    }
    barShown = true;
    Progress.Display bar = new ProgressBarLine(err, what, total, manner.columns(), this::barClosed);
    return new Progress(bar, System::nanoTime);
  }

  /** Shows how far a work of unknown length has come. */
  Progress count(String what) {
    if (manner.quiet()) {
      return Progress.none();
    }
    barShown = manner.isTerminal() && !manner.json();
    return new Progress(new ProgressCount(err, what, barShown, this::barClosed), System::nanoTime);
  }

  private void barClosed() {
    barShown = false;
  }

  /**
   * Says that something is odd and goes on; under {@code --strict} it is an error.
   *
   * @param code stable, for programs
   * @param where the place, which may be empty
   * @param what the fact, and what was done about it
   */
  void warn(String code, Location where, String what) {
    DataException odd = new DataException(code, where, what);
    if (manner.strict()) {
      throw odd;
    }
    Failure said = Failure.of(odd);
    line(
        manner.json() ? said.json("warning") : "gradus: warning: " + Shown.escaped(said.message()));
  }

  /** Says what was done on the way; nothing in JSON, where it stands among the values. */
  void note(String what) {
    if (!manner.json() && !manner.quiet()) {
      line("gradus: note: " + Shown.escaped(what));
    }
  }

  /**
   * Says that a training was stopped before its end, and what was saved.
   *
   * @param which of its states, beginning with a comma; may be empty
   */
  void stopped(int epoch, String saved, String which) {
    String message = "stopped at epoch " + epoch + "; saved " + Shown.escaped(saved) + which;
    if (!manner.json()) {
      line("gradus: " + message);
      return;
    }
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("epoch", epoch);
    values.put("saved", saved);
    values.put("message", message);
    line(Json.write(Map.of("stopped", values)));
  }

  /** Lets out what was printed, then tells why the command ends early. */
  ExitStatus failAfterOutput(Throwable thrown) {
    try {
      out.flush();
    } catch (ClosedOutput e) {
      return fail(thrown); // the first error is the one to tell
    }
    return fail(thrown);
  }

  /** Tells why the command ends early. */
  ExitStatus fail(Throwable thrown) {
    Failure failure = Failure.of(thrown);
    if (failure.isSilent()) {
      return failure.status();
    }
    if (manner.debug()) {
      trace(thrown).lines().forEach(this::line);
    }
    line(manner.json() ? failure.json() : failure.text());
    return failure.status();
  }

  private static String trace(Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    StringBuilder shown = new StringBuilder();
    trace.toString().lines().forEach(line -> shown.append(escapedLine(line)).append('\n'));
    return shown.toString();
  }

  private static String escapedLine(String line) {
    return line.startsWith("\t") ? "  " + Shown.escaped(line.strip()) : Shown.escaped(line);
  }

  private void line(String text) {
    err.print((barShown ? CLEAR_LINE : "") + text + "\n");
    err.flush();
  }
}
