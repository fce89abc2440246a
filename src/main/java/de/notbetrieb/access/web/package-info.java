/** Signing in, and who is signed in. */
@NamedInterface("web")
@NullMarked
package de.notbetrieb.access.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
