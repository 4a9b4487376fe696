package dev.gradus.cli;

import dev.gradus.error.DataException;
import dev.gradus.tabular.file.HeapRoom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** What is told of a heap that was too small in the middle of a command. */
final class OutOfHeap {
  /** Of a table of numbers: cells, encoded rows, and the matrices of the training, by the text. */
  private static final double BY_FILE = 6;

  private OutOfHeap() {}

  /**
   * The sentence about the largest file that the words name.
   *
   * @param words of the command line
   */
  static Throwable of(OutOfMemoryError thrown, String... words) {
    if (isOfThreads(thrown)) {
      return thrown;
    }
    String largest = "";
    long bytes = 0;
    for (String word : words) {
      if (size(word) > bytes) {
        bytes = size(word);
        largest = word;
      }
    }
    double heap = Runtime.getRuntime().maxMemory();
    String place = BY_FILE * bytes > heap / 4 ? largest : ""; // a small file is not the reason
    DataException told = HeapRoom.exceeded(place, Math.max(BY_FILE * bytes, 1.5 * heap));
    told.addSuppressed(thrown);
    return told;
  }

  /** Whether it is not the heap that is at its end. */
  static boolean isOfThreads(OutOfMemoryError thrown) {
    return String.valueOf(thrown.getMessage()).contains("native thread");
  }

  /** Of a file; 0 for all other words. */
  private static long size(String word) {
    try {
      Path path = Path.of(word);
      return Files.isRegularFile(path) ? Files.size(path) : 0;
    } catch (InvalidPathException | IOException e) {
      return 0;
    }
  }
}
