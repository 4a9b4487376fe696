package dev.gradus.tabular.preprocess;

/**
 * What happened to the cells of a column while they were encoded.
 *
 * @param name the column
 * @param imputed how many were missing and got the value that stands for missing ones
 * @param unseen how many held a category that the training rows did not
 */
public record CellCounts(String name, int imputed, int unseen) {}
