/**
 * What do all rooms stand on? Ids, time, text, canonical JSON, proof formats, the database. As
 * small as it can be: a type moves here when the second room needs it, not before.
 */
@ApplicationModule(
    displayName = "Platform",
    allowedDependencies = {})
@NullMarked
package de.notbetrieb.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
