package dev.gradus.lab.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The token: taken from the link, cleared there, kept for the reload. */
class TokenTest extends LabPage {

  @Test
  void theTokenLeavesTheAddressAtOnce() throws Exception {
    assertThat((String) tab.value("location.href")).doesNotContain("token");
    assertThat(tab.requests()).noneMatch(address -> address.contains("token"));
    assertThat(tab.is("Object.keys(localStorage).some((key) => key.includes('token'))")).isFalse();
  }
}
