package dev.gradus.tabular.preprocess;

/**
 * Something that a user should know and that stops nothing.
 *
 * @param code stable, for programs, e.g. {@code data.constant}
 * @param message the sentence
 */
public record Warning(String code, String message) {}
