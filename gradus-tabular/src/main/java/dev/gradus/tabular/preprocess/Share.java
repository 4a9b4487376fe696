package dev.gradus.tabular.preprocess;

import dev.gradus.error.ConfigException;
import dev.gradus.error.DataException;
import dev.gradus.error.Location;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A share of the rows that is to be held out.
 *
 * @param file whose rows they are, for messages
 * @param flag which asked for it, for messages: {@code --test}
 * @param fraction above 0 and below 1
 */
public record Share(String file, String flag, double fraction) {

  /** For validation. */
  public static Share ofValidation(String file, double fraction) {
    return new Share(file, "--validation", fraction);
  }

  /**
   * ⌊fraction · n⌋, and never all.
   *
   * @throws DataException if there are fewer than 2 rows
   * @throws ConfigException if that is none, or the fraction is out of its range
   */
  int of(int rows) {
    if (!(fraction > 0 && fraction < 1)) {
      throw refused("wants a number above 0 and below 1");
    }
    HoldOut.requireTwo(file, rows, fraction);
    int wanted = Math.min((int) Math.floor(fraction * rows + 1e-9), rows - 1);
    if (wanted == 0) {
      BigDecimal least = BigDecimal.ONE.divide(BigDecimal.valueOf(rows), 3, RoundingMode.CEILING);
      throw refused("leaves 0 of " + rows + " rows; give at least " + plain(least));
    }
    return wanted;
  }

  private ConfigException refused(String what) {
    String shown =
        Double.isFinite(fraction) ? plain(BigDecimal.valueOf(fraction)) : Double.toString(fraction);
    return new ConfigException("flag.value", Location.of(flag + " " + shown), what);
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
