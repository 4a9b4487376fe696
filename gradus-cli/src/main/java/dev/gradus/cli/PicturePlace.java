package dev.gradus.cli;

import dev.gradus.tabular.chart.Chart;
import dev.gradus.tabular.chart.ChartFiles;
import dev.gradus.tabular.file.AtomicFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the pictures of a chart go: {@code NAME.svg} and {@code NAME.png} in a folder.
 *
 * @param folder made where it is missing
 * @param name without ending
 */
record PicturePlace(Path folder, String name) {

  /**
   * The place that a flag names: NAME.svg or NAME.png, or a folder. Says at the start what would
   * fail at the end.
   *
   * @param standard the name in a folder
   * @throws dev.gradus.error.ConfigException if it is no name
   * @throws dev.gradus.error.FileException if no file can be written there
   */
  static PicturePlace of(Setting<String> flag, String standard) {
    Path asked = Path.of(flag.value());
    String last = String.valueOf(asked.getFileName());
    PicturePlace place =
        last.endsWith(".svg") || last.endsWith(".png")
            ? new PicturePlace(
                asked.resolveSibling(".").normalize(), last.substring(0, last.length() - 4))
            : new PicturePlace(asked, standard);
    boolean control = place.name.chars().anyMatch(Character::isISOControl);
    if (place.name.isBlank() || control || place.name.contains("\\")) {
      throw flag.refused("wants a name before .svg, without backslashes; or a folder");
    }
    place.requireWritable(flag.name() + " " + flag.value());
    return place;
  }

  private void requireWritable(String flag) {
    Path there = folder.toAbsolutePath();
    while (there.getParent() != null && !Files.exists(there)) {
      there = there.getParent();
    }
    if (there.equals(folder.toAbsolutePath())) {
      AtomicFile.requireWritable(folder.resolve(name + ".svg"), flag);
      AtomicFile.requireWritable(folder.resolve(name + ".png"), flag);
    } else {
      AtomicFile.requireWritable(there.resolve(name), flag); // the folders will be made in it
    }
  }

  ChartFiles write(Chart chart) {
    return ChartFiles.write(folder, name, chart);
  }
}
