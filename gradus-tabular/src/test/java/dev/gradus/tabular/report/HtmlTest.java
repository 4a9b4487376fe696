package dev.gradus.tabular.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTest {
  @Test
  void noTextOfAUsersIsMarkup() {
    assertThat(new Html().text("<a b=\"c\" d='e'>&").toString())
        .isEqualTo("&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;");
  }

  @Test
  void whatTurnsTheDirectionOfWritingDoesNotComeThrough() {
    for (int mark :
        new int[] {0x202a, 0x202e, 0x2066, 0x2069, 0x200e, 0x200f, 0x61c, 0x1b, 0xffff}) {
      assertThat(new Html().text("a" + Character.toString(mark) + "b").toString())
          .as(Integer.toHexString(mark))
          .isEqualTo("a\ufffdb");
    }
    assertThat(new Html().text("größe 数 😀\n\t").toString()).isEqualTo("größe 数 😀\n\t");
  }
}
