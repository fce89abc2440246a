/** Plain words: the whole edition as text, and how to check it. */
@NullMarked
package de.notbetrieb.channel.text;

import org.jspecify.annotations.NullMarked;
