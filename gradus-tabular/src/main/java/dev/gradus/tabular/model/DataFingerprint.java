package dev.gradus.tabular.model;

import dev.gradus.tabular.file.JsonObject;
import dev.gradus.tabular.table.CsvSource;
import dev.gradus.tabular.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * By what data is known again.
 *
 * @param sha256 of all its bytes, lower-case hexadecimal
 * @param rows of the table
 * @param columns of the file, those left out included
 */
public record DataFingerprint(String sha256, int rows, int columns) {

  /** Reads all of the source once more. */
  public static DataFingerprint of(CsvSource source, Table table) {
    return new DataFingerprint(sha256(source), table.rows(), table.fileColumns().size());
  }

  /** Of all the bytes of a source, lower-case hexadecimal. */
  public static String sha256(CsvSource source) {
    try (InputStream in = source.open()) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(source.name() + ": " + e.getMessage(), e);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  /** For a file. */
  Map<String, Object> write() {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("sha256", sha256);
    entry.put("rows", (long) rows); // as a file gives it back
    entry.put("columns", (long) columns);
    return entry;
  }

  /** Of what a model was trained on, if it says so. */
  public static Optional<DataFingerprint> recorded(Model model) {
    return recorded(JsonObject.of("the model", "training", model.record()));
  }

  /** The same of a record in a file, which nobody may have looked at. */
  static Optional<DataFingerprint> recorded(JsonObject record) {
    return record.has("data") ? Optional.of(read(record.object("data"))) : Optional.empty();
  }

  /**
   * The SHA-256 of the files that a model was trained beside, by what they were: {@code
   * validation}, {@code test}, {@code warm_start}.
   */
  public static Map<String, String> recordedFiles(Model model) {
    return recordedFiles(JsonObject.of("the model", "training", model.record()));
  }

  /** The same of a record in a file, which nobody may have looked at. */
  static Map<String, String> recordedFiles(JsonObject record) {
    Map<String, String> files = new LinkedHashMap<>();
    if (record.has("files")) {
      JsonObject entry = record.object("files");
      entry.keys().forEach(key -> files.put(key, digest(entry, key)));
    }
    return files;
  }

  private static String digest(JsonObject entry, String key) {
    if (!entry.text(key).matches("[0-9a-f]{64}")) {
      throw entry.refuse(entry.path() + "." + key + ": wants 64 hexadecimal digits");
    }
    return entry.text(key);
  }

  /** From a file. */
  static DataFingerprint read(JsonObject entry) {
    entry.only("sha256", "rows", "columns");
    return new DataFingerprint(
        digest(entry, "sha256"),
        entry.whole("rows", 0, Integer.MAX_VALUE),
        entry.whole("columns", 0, Integer.MAX_VALUE));
  }
}
