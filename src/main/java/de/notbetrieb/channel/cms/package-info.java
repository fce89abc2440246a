/** One block for the town's own web site, when that still stands: pasted in as it is. */
@NullMarked
package de.notbetrieb.channel.cms;

import org.jspecify.annotations.NullMarked;
