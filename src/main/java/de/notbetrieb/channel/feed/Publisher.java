package de.notbetrieb.channel.feed;

/**
 * Who speaks in a feed.
 *
 * @param address the town's public one, without a slash at its end
 * @param language of its words, as a BCP 47 tag
 */
record Publisher(String name, String address, String language) {}
