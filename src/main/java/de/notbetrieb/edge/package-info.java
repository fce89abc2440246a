/**
 * Who does it reach? The public listener: a process of its own with a small class path (Netty,
 * Jackson, BouncyCastle). It follows a folder of towns, checks every edition before it serves it,
 * answers from memory, and goes on answering when everything else is gone. One thread does all the
 * talking, one reads the store, one composes the few pages that are not files.
 */
@ApplicationModule(
    displayName = "Edge",
    allowedDependencies = {"edition", "platform"})
@NullMarked
package de.notbetrieb.edge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
