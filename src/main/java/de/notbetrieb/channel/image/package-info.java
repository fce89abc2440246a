/** A picture of how the town is, for posts and shared links, with its words for those who cannot see. */
@NullMarked
package de.notbetrieb.channel.image;

import org.jspecify.annotations.NullMarked;
