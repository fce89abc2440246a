package de.notbetrieb.publishing.web;

import java.util.Optional;

/**
 * What can be carried elsewhere.
 *
 * @param number of the live edition; absent: nothing is public
 * @param block the words of {@code cms.html}, to be copied
 */
public record TakeAwayPage(Optional<Integer> number, String block, String tape, String shortText) {}
