/**
 * What programs for status pages read: the public API v2 of Statuspage at the root of the host, and
 * its two feeds. Services are components, life situations are their groups, and the time in which
 * something does not go as usual is an incident.
 */
@NullMarked
package de.notbetrieb.channel.statuspage;

import org.jspecify.annotations.NullMarked;
