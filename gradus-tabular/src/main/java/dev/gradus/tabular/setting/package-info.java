/** What a setting may be: forms that read a text, and say in words what they want. */
@NullMarked
package dev.gradus.tabular.setting;

import org.jspecify.annotations.NullMarked;
