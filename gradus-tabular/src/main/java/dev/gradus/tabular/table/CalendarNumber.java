package dev.gradus.tabular.table;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;

/**
 * Dates and times of ISO 8601 as numbers of days, so that what lies between two of them is their
 * difference.
 *
 * <p>A date is {@code 2026-01-31}. A time of day may follow after {@code T} or one space, with an
 * offset from UTC: {@code 2026-01-31T23:59:59.5+01:00}; without one it is taken as UTC. A time of
 * day is {@code HH:MM}, {@code HH:MM:SS} or {@code HH:MM:SS.f}; an offset is {@code Z}, {@code
 * +HH}, {@code +HHMM} or {@code +HH:MM}. 24:00 and leap seconds are refused. Years have four
 * digits, months and days two.
 */
final class CalendarNumber {
  private static final int DATE = 10;
  private static final double SECONDS_OF_DAY = 86_400;

  /** More digits of a second's fraction than any clock has. */
  private static final int LONGEST = 40;

  private final String text;
  private int at;

  private CalendarNumber(String text, int at) {
    this.text = text;
    this.at = at;
  }

  /** Days since 1970-01-01T00:00Z; NaN where the text is no date. */
  static double date(String text) {
    if (text.length() < DATE || text.length() > LONGEST || text.charAt(4) != '-') {
      return Double.NaN;
    }
    int year = digits(text, 0, 4);
    int month = digits(text, 5, 7);
    int day = digits(text, 8, DATE);
    if (text.charAt(7) != '-' || year < 0 || month < 1 || month > 12 || day < 1) {
      return Double.NaN;
    }
    if (day > YearMonth.of(year, month).lengthOfMonth()) {
      return Double.NaN; // the 30th of February
    }
    long days = LocalDate.of(year, month, day).toEpochDay();
    if (text.length() == DATE) {
      return days;
    }
    char between = text.charAt(DATE);
    return between == 'T' || between == ' '
        ? new CalendarNumber(text, DATE + 1).instant(days)
        : Double.NaN;
  }

  /** The fraction of the day that has passed, from 0 to below 1; NaN where the text is no time. */
  static double time(String text) {
    if (text.length() < 5 || text.length() > LONGEST || text.charAt(2) != ':') {
      return Double.NaN;
    }
    CalendarNumber reading = new CalendarNumber(text, 0);
    double seconds = reading.clock();
    return reading.at == text.length() ? seconds / SECONDS_OF_DAY : Double.NaN;
  }

  /** A day, and the time on it where it is not midnight: {@code 2026-01-31T12:00:00}. */
  static String dateText(double days) {
    double day = Math.floor(days);
    String date = LocalDate.ofEpochDay((long) day).toString();
    return days == day ? date : date + 'T' + timeText(days - day);
  }

  /** The time of day, to the second: {@code 12:00:00}. */
  static String timeText(double fraction) {
    long seconds = Math.min(Math.round(fraction * SECONDS_OF_DAY), (long) SECONDS_OF_DAY - 1);
    return String.format(
        Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  /** Rounded twice: exact to a fraction of a microsecond in our centuries. */
  private double instant(long days) {
    double seconds = clock() - offset();
    return at == text.length() ? days + seconds / SECONDS_OF_DAY : Double.NaN;
  }

  /** Seconds since midnight; NaN where no time of day stands here. */
  private double clock() {
    int hour = pair(24);
    int minute = colon() ? pair(60) : -1;
    if (hour < 0 || minute < 0) {
      return Double.NaN;
    }
    double seconds = 3600 * hour + 60 * minute;
    if (!colon()) {
      return seconds;
    }
    int second = pair(60);
    return second < 0 ? Double.NaN : seconds + second + fraction();
  }

  /** {@code .25}, or nothing. */
  private double fraction() {
    int from = at;
    if (at < text.length() && text.charAt(at) == '.') {
      at++;
      while (at < text.length() && digits(text, at, at + 1) >= 0) {
        at++;
      }
      return at == from + 1 ? Double.NaN : DecimalNumber.parse(text.substring(from, at), '.');
    }
    return 0;
  }

  /** Seconds before UTC; 0 where nothing stands here. */
  private double offset() {
    if (at >= text.length()) {
      return 0;
    }
    char sign = text.charAt(at++);
    if (sign == 'Z') {
      return 0;
    }
    int hours = pair(24);
    if ((sign != '+' && sign != '-') || hours < 0) {
      return Double.NaN;
    }
    int minutes = colon() || at < text.length() ? pair(60) : 0;
    int seconds = 3600 * hours + 60 * minutes;
    return minutes < 0 ? Double.NaN : sign == '+' ? seconds : -seconds;
  }

  private boolean colon() {
    boolean found = at < text.length() && text.charAt(at) == ':';
    at += found ? 1 : 0;
    return found;
  }

  /** Two digits below a bound; -1 where they do not stand here. */
  private int pair(int bound) {
    int value = digits(text, at, at + 2);
    at += 2;
    return value < bound ? value : -1;
  }

  /** The number that ASCII digits write; -1 where there is another character, or none. */
  private static int digits(String text, int from, int to) {
    if (to > text.length()) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = 10 * value + (c - '0');
    }
    return value;
  }
}
