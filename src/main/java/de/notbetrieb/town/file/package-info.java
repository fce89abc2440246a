/** The town file: YAML, read with the place of every word so that every mistake can be shown. */
@NamedInterface("file")
@NullMarked
package de.notbetrieb.town.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
