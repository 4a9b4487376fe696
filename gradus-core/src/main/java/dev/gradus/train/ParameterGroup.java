package dev.gradus.train;

import dev.gradus.network.ParameterBlock;
import java.util.regex.Pattern;

/**
 * Parameters that learn at a pace of their own: the rate of their steps is the schedule's times a
 * factor. With 0 they are frozen: no bit of them changes, whatever momentum or decay there is.
 *
 * @param pattern names of parameter blocks ({@code W1}), with {@code *} for any letters ({@code
 *     b*})
 * @param factor 0 to 1e6
 */
public record ParameterGroup(String pattern, double factor) {

  /** Checks the range. */
  public ParameterGroup {
    if (!(factor >= 0 && factor <= 1e6)) {
      throw new IllegalArgumentException(
          "factor " + factor + " of group \"" + pattern + "\": wants a number from 0 to 1e6");
    }
  }

  /** Parameters that do not learn. */
  public static ParameterGroup frozen(String pattern) {
    return new ParameterGroup(pattern, 0);
  }

  /** Whether a block belongs to the group. */
  boolean holds(ParameterBlock part) {
    String regex = "\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E";
    return Pattern.matches(regex, part.name());
  }
}
