package de.notbetrieb.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.ngram.NGramTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/** What a library does with the same words: BM25 over the terms of an analyzer, in memory. */
final class LuceneSearch {
  private static final String FIELD = "words";

  private final Analyzer analyzer;
  private final IndexSearcher searcher;

  private LuceneSearch(Analyzer analyzer, List<SearchIndex.Entry> entries) {
    this.analyzer = analyzer;
    ByteBuffersDirectory memory = new ByteBuffersDirectory();
    try {
      try (IndexWriter writer = new IndexWriter(memory, new IndexWriterConfig(analyzer))) {
        for (SearchIndex.Entry entry : entries) {
          Document document = new Document();
          for (SearchIndex.Phrase phrase : entry.phrases()) {
            document.add(new TextField(FIELD, phrase.words(), Field.Store.NO));
          }
          writer.addDocument(document);
        }
        writer.forceMerge(1);
      }
      searcher = new IndexSearcher(DirectoryReader.open(memory));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The usual German analysis: stop words, umlauts, a light stemmer. */
  static LuceneSearch german(List<SearchIndex.Entry> entries) {
    return new LuceneSearch(new GermanAnalyzer(), entries);
  }

  /** Trigrams of the lower-case text with German umlauts made one. */
  static LuceneSearch trigrams(List<SearchIndex.Entry> entries) {
    Analyzer trigrams =
        new Analyzer() {
          @Override
          protected TokenStreamComponents createComponents(String field) {
            NGramTokenizer tokenizer = new NGramTokenizer(3, 3);
            return new TokenStreamComponents(
                tokenizer, new GermanNormalizationFilter(new LowerCaseFilter(tokenizer)));
          }
        };
    return new LuceneSearch(trigrams, entries);
  }

  /** The places of the best entries. */
  List<Integer> find(String words) {
    try {
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      try (TokenStream stream = analyzer.tokenStream(FIELD, words)) {
        CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
        stream.reset();
        while (stream.incrementToken()) {
          TermQuery query = new TermQuery(new Term(FIELD, term.toString()));
          any.add(query, BooleanClause.Occur.SHOULD);
        }
        stream.end();
      }
      List<Integer> found = new ArrayList<>();
      for (var hit : searcher.search(any.build(), SearchTally.MAX_RESULTS).scoreDocs) {
        found.add(hit.doc);
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
