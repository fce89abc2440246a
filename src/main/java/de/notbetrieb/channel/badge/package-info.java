/** A small picture of the state of each service, for other people's pages. */
@NullMarked
package de.notbetrieb.channel.badge;

import org.jspecify.annotations.NullMarked;
