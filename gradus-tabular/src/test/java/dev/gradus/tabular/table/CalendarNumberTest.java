package dev.gradus.tabular.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarNumberTest {
  @Test
  void aDateIsDaysSince1970() {
    assertThat(CalendarNumber.date("1970-01-01")).isZero();
    assertThat(CalendarNumber.date("1969-12-31")).isEqualTo(-1);
    assertThat(CalendarNumber.date("2000-02-29")).isEqualTo(11_016);
    assertThat(CalendarNumber.date("0000-01-01")).isEqualTo(-719_528);
  }

  @Test
  void aTimeOfDayAndAnOffsetMayFollow() {
    assertThat(CalendarNumber.date("1970-01-02T12:00")).isEqualTo(1.5);
    assertThat(CalendarNumber.date("1970-01-02 06:00:00")).isEqualTo(1.25);
    assertThat(CalendarNumber.date("1970-01-02T06:00:00.500Z")).isEqualTo(1 + 21600.5 / 86400);
    assertThat(CalendarNumber.date("1970-01-02T12:00+06:00")).isEqualTo(1.25);
    assertThat(CalendarNumber.date("1970-01-02T12:00-0600")).isEqualTo(1.75);
    assertThat(CalendarNumber.date("1970-01-02T12:00-06")).isEqualTo(1.75);
  }

  @Test
  void aTimeAloneIsAFractionOfTheDay() {
    assertThat(CalendarNumber.time("00:00")).isZero();
    assertThat(CalendarNumber.time("18:00")).isEqualTo(0.75);
    assertThat(CalendarNumber.time("23:59:59")).isEqualTo(86399 / 86400.0);
    assertThat(CalendarNumber.time("12:00:00.25")).isEqualTo(43200.25 / 86400);
  }

  @Test
  void everythingElseIsNoDate() {
    for (String text :
        List.of(
            "",
            "2026-1-31",
            "2026-02-30",
            "2025-02-29",
            "2026-13-01",
            "2026-00-01",
            "2026-01-00",
            "31-01-2026",
            "20260131",
            "2026/01/31",
            "+2026-01-31",
            "2026-01-31T",
            "2026-01-31T24:00",
            "2026-01-31T12",
            "2026-01-31T12:60",
            "2026-01-31T12:00:60",
            "2026-01-31T12:00:00.",
            "2026-01-31T12:00:00,5",
            "2026-01-31T12:00x",
            "2026-01-31T12:00Z ",
            "2026-01-31T12:00+",
            "2026-01-31T12:00+1",
            "2026-01-31T12:00+01:",
            "2026-01-31T12:00+01:00:00",
            "2026-01-31  12:00",
            "\u0662\u0660\u0662\u0666-01-31",
            "2026-01-31T12:00:00." + "0".repeat(40))) {
      assertThat(CalendarNumber.date(text)).as(text).isNaN();
    }
    for (String text : List.of("", "1:00", "24:00", "12:00:00Z", "12-00", "12:", "12:0", "noon")) {
      assertThat(CalendarNumber.time(text)).as(text).isNaN();
    }
  }
}
