package de.notbetrieb.publishing;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.Decoder;
import de.notbetrieb.edition.PublicFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Everything that can be read in a public file, in lower case: its bytes, and what they unpack to. */
final class PublicWords {
  private PublicWords() {}

  static List<String> in(PublicFile file) {
    List<String> words = new ArrayList<>();
    words.add(file.path().toLowerCase(Locale.ROOT));
    words.add(lower(file.bytes()));
    try {
      if (file.path().endsWith(".gz")) {
        words.add(
            lower(new GZIPInputStream(new ByteArrayInputStream(file.bytes())).readAllBytes()));
      } else if (file.path().endsWith(".br")) {
        Brotli4jLoader.ensureAvailability();
        words.add(lower(Decoder.decompress(file.bytes()).getDecompressedData()));
      } else if (file.path().endsWith(".pdf")) {
        pdf(file.bytes(), words);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file.path(), e);
    }
    return words;
  }

  /** Its text as read, also across line ends; every string and every unpacked stream in it. */
  private static void pdf(byte[] bytes, List<String> words) throws IOException {
    try (PDDocument document = Loader.loadPDF(bytes)) {
      String text = new PDFTextStripper().getText(document).toLowerCase(Locale.ROOT);
      words.add(text);
      words.add(text.replaceAll("[\\s\u00ad-]", ""));
      for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
        gather(document.getDocument().getObjectFromPool(key).getObject(), words);
      }
      gather(document.getDocument().getTrailer(), words);
    }
  }

  private static void gather(COSBase object, List<String> words) throws IOException {
    switch (object) {
      case COSString string -> words.add(string.getString().toLowerCase(Locale.ROOT));
      case COSStream stream -> {
        try (var in = stream.createInputStream()) {
          words.add(lower(in.readAllBytes()));
        }
        values(stream, words);
      }
      case COSDictionary dictionary -> values(dictionary, words);
      case COSArray array -> {
        for (COSBase item : array) {
          gather(item, words);
        }
      }
      case null, default -> {}
    }
  }

  /** References are not followed: what they name is looked at by itself. */
  private static void values(COSDictionary dictionary, List<String> words) throws IOException {
    for (COSBase value : dictionary.getValues()) {
      gather(value, words);
    }
  }

  private static String lower(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
  }
}
