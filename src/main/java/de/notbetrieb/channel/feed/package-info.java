/** News for those who subscribe: feeds of the town, of each life situation and of each service. */
@NullMarked
package de.notbetrieb.channel.feed;

import org.jspecify.annotations.NullMarked;
