/** What all screens of the staff stand on: the frame, the texts, rendering. */
@NamedInterface("web")
@NullMarked
package de.notbetrieb.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
