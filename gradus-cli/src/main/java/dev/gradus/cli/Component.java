package dev.gradus.cli;

import java.util.List;

/**
 * A jar of the release, as a bill of materials knows it.
 *
 * @param group of its Maven coordinates
 * @param artifact of its Maven coordinates
 * @param version of its Maven coordinates
 * @param licence by its SPDX name
 * @param sha256 of the jar, in hexadecimal
 */
record Component(String group, String artifact, String version, String licence, String sha256) {
  /** What may be shipped: a jar that is not listed here is refused. */
  private static final List<String> KNOWN =
      List.of(
          "de.siegmar fastcsv MIT",
          "dev.gradus gradus-cli Apache-2.0",
          "dev.gradus gradus-core Apache-2.0",
          "dev.gradus gradus-lab Apache-2.0",
          "dev.gradus gradus-tabular Apache-2.0",
          "info.picocli picocli Apache-2.0",
          "me.tongfei progressbar MIT",
          "org.jline jline-terminal BSD-3-Clause",
          "org.knowm.xchart xchart Apache-2.0",
          "org.webjars.npm uplot MIT",
          "tools.jackson.core jackson-core Apache-2.0");

  /** The component of a jar that is called as Maven calls it, {@code artifact-version.jar}. */
  static Component of(String jar, String sha256) {
    for (String line : KNOWN) {
      String[] words = line.split(" ", 3);
      if (jar.matches(words[1] + "-[0-9].*\\.jar")) {
        String version = jar.substring(words[1].length() + 1, jar.length() - 4);
        return new Component(words[0], words[1], version, words[2], sha256);
      }
    }
    throw new IllegalArgumentException(
        jar + ": not among the components that are known with their licences");
  }

  /** A package URL. */
  String purl() {
    return "pkg:maven/" + group + "/" + artifact + "@" + version;
  }

  boolean isOurs() {
    return group.equals("dev.gradus");
  }
}
