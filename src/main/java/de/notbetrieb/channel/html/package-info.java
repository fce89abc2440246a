/**
 * The public web site of a town in every language of the edition: what a worried resident reads at
 * seven in the morning. Pages are folders, links are relative, everything works without script and
 * on paper.
 */
@NullMarked
package de.notbetrieb.channel.html;

import org.jspecify.annotations.NullMarked;
