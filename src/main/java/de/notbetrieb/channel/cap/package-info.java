/** The Common Alerting Protocol, for those who warn: a draft, which nobody is warned by. */
@NullMarked
package de.notbetrieb.channel.cap;

import org.jspecify.annotations.NullMarked;
