/** An edition to carry away: as a folder or a ZIP, for a web space, a stick, another machine. */
@NamedInterface("export")
@NullMarked
package de.notbetrieb.channel.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
