package dev.gradus.cli;

import dev.gradus.error.Location;
import dev.gradus.error.ModelFormatException;
import dev.gradus.tabular.file.Json;
import dev.gradus.tabular.file.JsonObject;
import dev.gradus.tabular.table.InputFile;

/** The JSON files of {@code gradus gradient}: cases, and other programs' answers to them. */
final class CaseFile {
  private CaseFile() {}

  /**
   * The one object that such a file holds.
   *
   * @param name of the file, as the user gave it
   * @param what it is, {@code case} or {@code answer}: also where paths in messages begin
   */
  static JsonObject read(String name, String what) {
    return read(name, InputFile.of(name, "a JSON file").bytes(Json.MAX_BYTES), what);
  }

  /** The same of its bytes. */
  static JsonObject read(String name, byte[] text, String what) {
    JsonObject.Document document = new JsonObject.Document(name, what + ".format");
    if (text.length == 0) {
      throw refused(document, "the file is empty");
    }
    try {
      return JsonObject.of(document, what, Json.read(text));
    } catch (Json.JsonException e) {
      throw refused(document, String.valueOf(e.getMessage()));
    }
  }

  private static ModelFormatException refused(JsonObject.Document document, String what) {
    return new ModelFormatException(document.code(), Location.of(document.file()), what);
  }
}
