package dev.gradus.tabular.file;

import dev.gradus.error.DataException;
import dev.gradus.error.Location;
import java.util.Locale;

/** Says that something is larger than the heap: before it is begun, where that can be known. */
public final class HeapRoom {
  /** Of all these exceptions, for programs. */
  public static final String CODE = "system.memory";

  private static final double GIGABYTE = 1L << 30;

  private HeapRoom() {}

  /**
   * Refuses what cannot fit.
   *
   * @param place what is too large: a file, or a flag
   * @param bytes it takes at least
   * @throws DataException if the whole heap has fewer
   */
  public static void require(String place, double bytes) {
    if (bytes > Runtime.getRuntime().maxMemory()) {
      throw exceeded(place, bytes);
    }
  }

  /** The heap was, or will be, too small. */
  public static DataException exceeded(String place, double bytes) {
    double heap = Runtime.getRuntime().maxMemory();
    return new DataException(CODE, Location.of(place), sentence(bytes, heap));
  }

  /** {@code needs about 3.1 GB, the heap is 256 MB; run with JDK_JAVA_OPTIONS=-Xmx4g}. */
  static String sentence(double bytes, double heap) {
    long wanted = (long) Math.ceil(1.2 * bytes / GIGABYTE); // the rest of the program needs some
    return String.format(
        Locale.ROOT,
        "needs about %s, the heap is %s; run with JDK_JAVA_OPTIONS=-Xmx%dg",
        size(bytes),
        size(heap),
        wanted);
  }

  private static String size(double bytes) {
    return bytes < GIGABYTE
        ? String.format(Locale.ROOT, "%.0f MB", bytes / (1 << 20))
        : String.format(Locale.ROOT, "%.1f GB", bytes / GIGABYTE);
  }
}
