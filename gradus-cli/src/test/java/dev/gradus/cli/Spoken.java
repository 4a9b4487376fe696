package dev.gradus.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a run of the command said, in a test. */
record Spoken(int status, String out, String err) {

  /** Runs the command with the given commands known, as if neither stream were a terminal. */
  static Spoken by(List<Command.Entry> commands, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal = new Terminal(out, err, Manner.of(words, 0));
    ExitStatus status = new Main(commands, terminal).run(words);
    return new Spoken(
        status.code(), out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
