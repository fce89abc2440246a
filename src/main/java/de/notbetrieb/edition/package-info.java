/**
 * What is public? The types of an edition are declared here and nowhere else: no map, no open
 * object, no JSON node. {@code publishing} copies into them field by field; a commit that adds a
 * field says why it may be public. Here too: canonical bytes, the format of a package, reading and
 * checking the store.
 */
@ApplicationModule(displayName = "Edition", allowedDependencies = "platform")
@NullMarked
package de.notbetrieb.edition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
