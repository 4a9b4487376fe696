/**
 * What can go wrong with data, files, settings and training: one small family of exceptions, each
 * with a stable code and a place.
 */
@NullMarked
package dev.gradus.error;

import org.jspecify.annotations.NullMarked;
