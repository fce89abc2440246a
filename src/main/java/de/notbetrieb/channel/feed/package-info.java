/** News for those who subscribe: Atom feeds of the town and of each service. */
@NullMarked
package de.notbetrieb.channel.feed;

import org.jspecify.annotations.NullMarked;
