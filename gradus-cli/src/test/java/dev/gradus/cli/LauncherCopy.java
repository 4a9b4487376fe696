package dev.gradus.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A copy of {@code ./gradus} in a folder where everything that it may find is put by the test. */
final class LauncherCopy {
  private static final List<String> TOOLS =
      List.of(
          "find",
          "readlink",
          "touch",
          "mkdir",
          "rmdir",
          "ln",
          "rm",
          "mv",
          "cat",
          "flock",
          "sleep",
          "sh",
          "ps");

  private final Path folder;

  LauncherCopy(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(tools());
    for (String tool : TOOLS) {
      for (String bin : List.of("/usr/bin/", "/bin/")) {
        if (Files.exists(Path.of(bin + tool)) && !Files.exists(tools().resolve(tool))) {
          executable(tools().resolve(tool), "exec " + bin + tool + " \"$@\"");
        }
      }
    }
    Files.createDirectories(root());
    String gradus = System.getProperty("gradus.root");
    Files.copy(Path.of(gradus == null ? ".." : gradus, "gradus"), script());
    Files.createDirectories(root().resolve("gradus-cli/src/main"));
    Files.writeString(root().resolve("pom.xml"), "<project/>");
  }

  Path root() {
    return folder.resolve("a root with spaces");
  }

  Path script() {
    return root().resolve("gradus");
  }

  Path jar() {
    return root().resolve("gradus-cli/target/gradus-cli-0.1.0.jar");
  }

  Path tools() {
    return folder.resolve("tools");
  }

  Path places() {
    return folder.resolve("places");
  }

  /** As after a build. */
  void built() throws IOException {
    Files.createDirectories(root().resolve("gradus-cli/target"));
    Files.writeString(jar(), "");
    Files.setLastModifiedTime(jar(), FileTime.from(Instant.now().plusSeconds(5)));
  }

  /** Makes a file older than the sources. */
  void age(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
  }

  /** A JDK whose java is a script. */
  Path jdk(String name, String version, String java) throws IOException {
    Path home = folder.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "OS_NAME=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
    executable(home.resolve("bin/java"), java);
    executable(home.resolve("bin/javac"), "exit 0");
    return home;
  }

  /** A Maven that is a script. */
  void maven(String script) throws IOException {
    executable(tools().resolve("mvn"), script);
  }

  private static void executable(Path file, String script) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Runs the script in its own folder. */
  Spoken run(Map<String, String> environment, String... words) throws Exception {
    return run(root(), script(), environment, words);
  }

  /** Runs the script under another name, from another folder. */
  Spoken run(Path from, Path script, Map<String, String> environment, String... words)
      throws Exception {
    Process process = start(from, script, environment, words);
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Spoken(process.waitFor(), out, err);
  }

  /** Starts the script. */
  Process start(Path from, Path script, Map<String, String> environment, String... words)
      throws IOException {
    List<String> line = new ArrayList<>(List.of(script.toString()));
    line.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(line).directory(from.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", tools().toString());
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("GRADUS_JDK_PLACES", places().toString());
    builder.environment().putAll(environment);
    return builder.start();
  }
}
