package dev.gradus.cli;

import dev.gradus.error.ConfigException;
import dev.gradus.error.DataException;
import dev.gradus.error.DivergedException;
import dev.gradus.error.FileException;
import dev.gradus.error.GradusException;
import dev.gradus.error.Location;
import dev.gradus.error.ModelFormatException;
import dev.gradus.tabular.file.HeapRoom;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Why a command ended early: what the user and the shell are told of an exception.
 *
 * @param status the exit status
 * @param code stable, for programs
 * @param location where it is wrong
 * @param message the whole sentence, without "gradus: error: "
 * @param hint what may be done about it
 */
record Failure(
    ExitStatus status, String code, Location location, String message, Optional<String> hint) {

  /** What is told of an exception. */
  static Failure of(Throwable thrown) {
    return switch (thrown) {
      case GradusException e ->
          new Failure(status(e), e.code(), e.location(), String.valueOf(e.getMessage()), e.hint());
      case ClosedOutput e -> lostOutput(e);
      case UncheckedIOException e ->
          failure(ExitStatus.FAILED, "file.failed", "reading or writing failed: " + e.getMessage());
      case OutOfMemoryError e -> exhausted(e);
      default -> internal(thrown);
    };
  }

  private static ExitStatus status(GradusException thrown) {
    return switch (thrown) {
      case ConfigException e when e.code().startsWith("port.") -> ExitStatus.UNAVAILABLE;
      case ConfigException e ->
          e.code().startsWith("config.") ? ExitStatus.CONFIGURATION : ExitStatus.USAGE;
      case DataException e ->
          e.code().equals(HeapRoom.CODE) ? ExitStatus.RESOURCES : ExitStatus.DATA;
      case ModelFormatException e -> ExitStatus.DATA;
      case DivergedException e -> ExitStatus.DIVERGED;
      case FileException e ->
          switch (e.kind()) {
            case CANNOT_OPEN -> ExitStatus.CANNOT_OPEN;
            case CANNOT_CREATE -> ExitStatus.CANNOT_CREATE;
            case FAILED -> ExitStatus.FAILED;
            case LOCKED -> ExitStatus.LOCKED;
          };
    };
  }

  private static Failure lostOutput(ClosedOutput thrown) {
    ExitStatus status = thrown.readerLeft() ? ExitStatus.CLOSED_PIPE : ExitStatus.FAILED;
    return failure(status, "file.failed", "standard output: " + thrown.reason());
  }

  private static Failure exhausted(OutOfMemoryError thrown) {
    return OutOfHeap.isOfThreads(thrown)
        ? failure(
            ExitStatus.RESOURCES, "system.threads", "the system gives no more threads; wants fewer")
        : of(OutOfHeap.of(thrown));
  }

  private static Failure internal(Throwable thrown) {
    String message = thrown.getMessage();
    String what = message == null ? thrown.getClass().getSimpleName() : message;
    return failure(ExitStatus.INTERNAL, "internal", what);
  }

  private static Failure failure(ExitStatus status, String code, String message) {
    return new Failure(status, code, Location.of(""), message, Optional.empty());
  }

  /** Whether nothing is to be said: nobody reads any more. */
  boolean isSilent() {
    return status == ExitStatus.CLOSED_PIPE;
  }

  /** The line for people, and the hint's line where there is one. */
  String text() {
    if (status == ExitStatus.INTERNAL) {
      return "gradus: internal error: "
          + Shown.escaped(message)
          + "; please report with --debug output";
    }
    String error = "gradus: error: " + Shown.escaped(message);
    return hint.map(remedy -> error + "\nhint: " + Shown.escaped(remedy)).orElse(error);
  }

  /** Whether the place is a file's name: it may be a flag, or nothing. */
  private boolean namesFile() {
    String place = location.place();
    return status != ExitStatus.USAGE && !place.isEmpty() && !place.startsWith("--");
  }

  /** The line for programs. */
  String json() {
    return json("error");
  }

  /** The same object under another name, for warnings. */
  String json(String kind) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), line)) {
      json.writeStartObject();
      json.writeObjectPropertyStart(kind);
      json.writeStringProperty("code", code);
      if (namesFile()) {
        json.writeStringProperty("file", Shown.escaped(location.place()));
      }
      if (location.line() > 0) {
        json.writeNumberProperty("line", location.line());
      }
      json.writeStringProperty("message", Shown.escaped(message));
      json.writeEndObject();
      json.writeEndObject();
    }
    return line.toString();
  }
}
