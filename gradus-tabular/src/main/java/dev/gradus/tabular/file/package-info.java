/**
 * Files that hold numbers: the framing of model files, JSON, and writing without half-written
 * files.
 */
@NullMarked
package dev.gradus.tabular.file;

import org.jspecify.annotations.NullMarked;
