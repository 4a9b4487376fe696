package dev.gradus.lab.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The secret that each request of the API must carry. */
public final class Token {
  /** The least length of a token that somebody states: 128 bits in base64 without padding. */
  public static final int LEAST = 22;

  private static final int BYTES = 24;

  private final String text;

  private Token(String text) {
    this.text = text;
  }

  /** A new one of 192 random bits. */
  public static Token drawn() {
    byte[] bits = new byte[BYTES];
    new SecureRandom().nextBytes(bits);
    return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  /** One that was stated. */
  public static Token of(String text) {
    return new Token(text);
  }

  /** Whether this is what came; how long that takes does not depend on where they differ. */
  boolean matches(@Nullable String sent) {
    return sent != null && MessageDigest.isEqual(bytes(sent), bytes(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** For the link. */
  public String text() {
    return text;
  }
}
