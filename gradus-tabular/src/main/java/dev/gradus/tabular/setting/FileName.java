package dev.gradus.tabular.setting;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The name of a file, as the user gives it: any text of which the system can make a path. Model
 * files hold no paths; there it stands as {@code file}, beside what the file is known by.
 *
 * @param wanted in words: {@code a model file}
 */
public record FileName(String wanted) implements Form<String> {
  /** What stands for it in a model file. */
  static final String RECORDED = "file";

  @Override
  public String read(String text) throws Misfit {
    if (text.isEmpty()) {
      throw new Misfit("wants " + wanted);
    }
    try {
      var _ = Path.of(text);
      return text;
    } catch (InvalidPathException e) {
      throw new Misfit("is no name of a file; wants " + wanted);
    }
  }

  @Override
  public String recorded(String value) {
    return RECORDED;
  }
}
