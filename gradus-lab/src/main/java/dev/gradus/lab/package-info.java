/** The local page and its API: {@link dev.gradus.lab.Lab} starts it. */
@NullMarked
package dev.gradus.lab;

import org.jspecify.annotations.NullMarked;
