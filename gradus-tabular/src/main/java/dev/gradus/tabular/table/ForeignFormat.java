package dev.gradus.tabular.table;

import dev.gradus.error.DataException;
import dev.gradus.error.Location;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Files that are not CSV at all, known by their first bytes. */
final class ForeignFormat {
  /** As many first bytes as are looked at. */
  static final int BYTES = 64;

  private static final Map<String, String> MAGIC = new LinkedHashMap<>();

  static {
    MAGIC.put("\u001f\u008b", "gzip");
    MAGIC.put("\u0089PNG", "PNG");
    MAGIC.put("PAR1", "Parquet");
    MAGIC.put("PK\u0003\u0004", "zip");
    MAGIC.put("%PDF-", "PDF");
    MAGIC.put("<!doctype html", "HTML");
    MAGIC.put("<html", "HTML");
  }

  private ForeignFormat() {}

  /**
   * @param file as the user gave it
   * @param first the first bytes of the file
   * @throws DataException if they are those of another format, or of UTF-16
   */
  static void refuse(String file, byte[] first) {
    if (isUtf16(first)) {
      throw new DataException(
          "csv.encoding", Location.of(file), "the file is UTF-16; save it as UTF-8");
    }
    String start = new String(first, StandardCharsets.ISO_8859_1);
    String text = start.strip().toLowerCase(Locale.ROOT);
    for (Map.Entry<String, String> magic : MAGIC.entrySet()) {
      if (start.startsWith(magic.getKey()) || text.startsWith(magic.getKey())) {
        throw new DataException(
            "csv.foreign",
            Location.of(file),
            "this is " + article(magic.getValue()) + " file, not CSV");
      }
    }
  }

  private static String article(String format) {
    return (format.equals("HTML") ? "an " : "a ") + format;
  }

  /** A byte order mark of UTF-16, or an ASCII character beside a zero byte. */
  private static boolean isUtf16(byte[] first) {
    if (first.length < 2) {
      return false;
    }
    int pair = (first[0] & 0xff) << 8 | (first[1] & 0xff);
    return pair == 0xfeff || pair == 0xfffe || (first[0] == 0) != (first[1] == 0);
  }
}
