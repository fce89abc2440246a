/** Words for social networks and for short messages, ready to be copied, each within its limit. */
@NamedInterface("posts")
@NullMarked
package de.notbetrieb.channel.posts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
