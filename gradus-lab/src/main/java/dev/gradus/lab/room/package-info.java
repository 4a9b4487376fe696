/** Not exported: the four rooms of the page. */
@NullMarked
package dev.gradus.lab.room;

import org.jspecify.annotations.NullMarked;
