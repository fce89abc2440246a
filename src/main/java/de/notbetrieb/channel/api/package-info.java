/** What programs need to know about the public files: the schema of edition.json, and all paths. */
@NullMarked
package de.notbetrieb.channel.api;

import org.jspecify.annotations.NullMarked;
