package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gradus.tabular.file.Json;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistributionTest {
  private static final String VERSION = Main.number();

  @TempDir Path folder;

  /** Sources as built, with jars that hold their own names. */
  private Path root(String name) throws Exception {
    Path root = Files.createDirectories(folder.resolve(name));
    Path libraries = Files.createDirectories(root.resolve("gradus-cli/target/lib"));
    for (String text : List.of("gradus", "LICENSE", "README.md", "CHANGELOG.md")) {
      Files.writeString(root.resolve(text), text);
    }
    Files.writeString(
        root.resolve("gradus-cli/target/gradus-cli-" + VERSION + ".jar"), "the command");
    for (String jar : List.of("fastcsv-4.4.0.jar", "gradus-core-" + VERSION + ".jar")) {
      Files.writeString(libraries.resolve(jar), jar);
    }
    return root;
  }

  private static Map<String, String> files(byte[] archive) throws Exception {
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        String text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        files.put(e.getName().replace("gradus-" + VERSION + "/", ""), text);
      }
    }
    return files;
  }

  private static String sha256(String text) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String file(Map<String, String> files, String name) {
    assertThat(files).containsKey(name);
    return files.getOrDefault(name, "");
  }

  @Test
  void theSameSourcesGiveTheSameBytesInAnyFolder() throws Exception {
    byte[] here = Distribution.archive(root("here"));
    assertThat(Distribution.archive(root("elsewhere"))).isEqualTo(here);
    assertThat(new String(here, StandardCharsets.ISO_8859_1)).doesNotContain(folder.toString());
  }

  @Test
  void everythingThatAReleaseNeedsIsThereWithItsSum() throws Exception {
    Map<String, String> files = files(Distribution.archive(root("here")));
    assertThat(files.keySet())
        .contains(
            "gradus",
            "gradus.cmd",
            "LICENSE",
            "NOTICE",
            "lib/gradus-cli-" + VERSION + ".jar",
            "lib/fastcsv-4.4.0.jar",
            "share/man/man1/gradus.1",
            "share/man/man1/gradus-export.1",
            "share/bash-completion/completions/gradus",
            "share/zsh/site-functions/_gradus");
    List<String> sums = file(files, "SHA256SUMS").lines().toList();
    assertThat(sums).hasSize(files.size() - 1);
    for (String line : sums) {
      assertThat(line).startsWith(sha256(file(files, line.substring(66))) + "  ");
    }
    assertThat(file(files, "gradus.cmd"))
        .startsWith("@echo off\r\n")
        .doesNotContainPattern("[^\r]\n")
        .contains("\r\n:start\r\n", "-cp \"%~dp0lib\\*\" dev.gradus.cli.Main %*\r\n")
        .endsWith("exit /b %ERRORLEVEL%\r\n");
    assertThat(file(files, "NOTICE")).contains("de.siegmar:fastcsv 4.4.0, MIT");
  }

  @Test
  void theBillOfMaterialsNamesEachJar() throws Exception {
    Map<String, String> files = files(Distribution.archive(root("here")));
    byte[] text = file(files, "sbom.cdx.json").getBytes(StandardCharsets.UTF_8);
    assertThat(Json.write(Json.read(text)))
        .startsWith("{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"version\":1,")
        .contains("\"purl\":\"pkg:maven/de.siegmar/fastcsv@4.4.0\"", sha256("fastcsv-4.4.0.jar"));
  }

  @Test
  void aJarWithoutAKnownLicenceIsRefused() throws Exception {
    Path root = root("here");
    Files.writeString(root.resolve("gradus-cli/target/lib/mystery-1.0.jar"), "");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Distribution.archive(root))
        .withMessage(
            "mystery-1.0.jar: not among the components that are known with their licences");
  }
}
