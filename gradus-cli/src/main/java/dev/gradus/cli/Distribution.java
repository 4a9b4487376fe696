package dev.gradus.cli;

import dev.gradus.tabular.file.AtomicFile;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The release, made of what was built: {@code ./gradus dist}. A zip archive of launchers, jars,
 * manual pages, shell completion, a bill of materials and check sums. The same sources give the
 * same bytes.
 */
final class Distribution {
  private static final String LAUNCHER = "gradus";
  private static final String WINDOWS_LAUNCHER = "gradus.cmd";

  private final Path root;
  private final String version;
  private final Map<String, byte[]> files = new TreeMap<>();

  private Distribution(Path root, String version) {
    this.root = root;
    this.version = version;
  }

  /** Writes the archive of the sources in a folder, and prints its name and check sum. */
  public static void main(String[] words) throws IOException {
    Path root = Path.of(words[0]);
    byte[] archive = archive(root);
    String name = "gradus-" + Main.number() + ".zip";
    String line = sha256(archive) + "  " + name + "\n";
    Path folder = Files.createDirectories(root.resolve("target"));
    AtomicFile.write(folder.resolve(name), archive);
    AtomicFile.write(folder.resolve(name + ".sha256"), line.getBytes(StandardCharsets.US_ASCII));
    System.out.print("target/" + name + "\n" + line);
  }

  /** The archive of what was built in a folder. */
  static byte[] archive(Path root) throws IOException {
    Distribution distribution = new Distribution(root, Main.number());
    distribution.addJars();
    distribution.addTexts();
    distribution.addManual();
    distribution.put("SHA256SUMS", distribution.sums());
    return distribution.zip();
  }

  private byte[] zip() {
    ZipArchive zip = new ZipArchive();
    files.forEach(
        (name, content) ->
            zip.add("gradus-" + version + "/" + name, content, name.equals(LAUNCHER)));
    return zip.bytes();
  }

  private void addTexts() throws IOException {
    for (String text : List.of(LAUNCHER, "LICENSE", "README.md", "CHANGELOG.md")) {
      files.put(text, Files.readAllBytes(root.resolve(text)));
    }
    put(WINDOWS_LAUNCHER, windowsLauncher());
    Completion completion = new Completion(Main.commands());
    put("share/bash-completion/completions/gradus", completion.bash());
    put("share/zsh/site-functions/_gradus", completion.zsh());
  }

  private void addJars() throws IOException {
    Path target = root.resolve("gradus-cli/target");
    List<Path> jars = new ArrayList<>(List.of(target.resolve("gradus-cli-" + version + ".jar")));
    try (Stream<Path> libraries = Files.list(target.resolve("lib"))) {
      libraries.sorted().forEach(jars::add);
    }
    List<Component> components = new ArrayList<>();
    for (Path jar : jars) {
      byte[] content = Files.readAllBytes(jar);
      String name = String.valueOf(jar.getFileName());
      components.add(Component.of(name, sha256(content)));
      files.put("lib/" + name, content);
    }
    files.put("sbom.cdx.json", BillOfMaterials.json(components, version));
    put("NOTICE", BillOfMaterials.notice(components));
  }

  private void addManual() {
    put("share/man/man1/gradus.1", ManualPage.program(Main.commands(), version));
    for (Command.Entry entry : Main.commands()) {
      put("share/man/man1/gradus-" + entry.name() + ".1", ManualPage.command(entry, version));
    }
  }

  private void put(String name, String text) {
    files.put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Of all files so far, as {@code sha256sum -c} reads it. */
  private String sums() {
    StringBuilder text = new StringBuilder();
    files.forEach((name, content) -> text.append(sha256(content) + "  " + name + "\n"));
    return text.toString();
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  /** With the ends of lines that its reader wants. */
  private static String windowsLauncher() throws IOException {
    try (InputStream file = Distribution.class.getResourceAsStream(WINDOWS_LAUNCHER)) {
      if (file == null) {
        throw new FileNotFoundException(WINDOWS_LAUNCHER);
      }
      return new String(file.readAllBytes(), StandardCharsets.US_ASCII).replace("\n", "\r\n");
    }
  }
}
