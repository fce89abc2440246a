/** Paper: the poster for the door and the sheet for the phone, as PDF/UA-1. */
@NullMarked
package de.notbetrieb.channel.poster;

import org.jspecify.annotations.NullMarked;
