package de.notbetrieb.edge;

import de.notbetrieb.channel.html.SearchFiles;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.publishing.TemplateEdition;
import java.util.List;
import java.util.Optional;

/** The files of the search of a town that stands on the template, and the edge's search in them. */
final class SearchedTown {
  final byte[] words;
  final SearchPages pages;

  SearchedTown() {
    this(TemplateEdition.compose());
  }

  SearchedTown(Edition edition) {
    List<PublicFile> files = SearchFiles.of(edition);
    words = find(files, SearchPages.WORDS).orElseThrow().bytes();
    pages = SearchPages.words(words);
    files.stream()
        .filter(file -> SearchPages.isShown(file.path()))
        .forEach(file -> pages.show(file.path(), file.bytes()));
  }

  private static Optional<PublicFile> find(List<PublicFile> files, String path) {
    return files.stream().filter(file -> file.path().equals(path)).findFirst();
  }

  /** The ids of the services, and the addresses of whatever else can be found, in order. */
  List<String> addresses() {
    return pages.shown("de").stream().map(SearchedTown::id).toList();
  }

  private static String id(SearchPages.Shown shown) {
    return shown.address().replaceFirst("^\\.\\./dienste/([^#/]+)/$", "$1");
  }

  /** The ids of the services that are found, and the addresses of whatever else is. */
  List<String> find(SearchQueries.Query query) {
    return find(query.words(), query.language());
  }

  List<String> find(String words, String language) {
    return pages.find(words, language).stream().map(found -> id(found.shown())).toList();
  }
}
