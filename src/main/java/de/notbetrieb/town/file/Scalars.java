package de.notbetrieb.town.file;

import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.town.file.Located.Scalar;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Single words, numbers and dates. */
final class Scalars {
  private static final int MAX_LENGTH = 4_000;

  private final List<Problem> problems;

  Scalars(List<Problem> problems) {
    this.problems = problems;
  }

  /** A sentence or name: not empty, not endless. */
  Optional<String> words(Scalar scalar) {
    if (scalar.text().isBlank()) {
      return wrong(scalar, "empty");
    }
    if (scalar.text().length() > MAX_LENGTH) {
      return wrong(scalar, "too-long", String.valueOf(MAX_LENGTH));
    }
    return Optional.of(scalar.text());
  }

  Optional<Object> value(Scalar scalar, Class<?> type) {
    if (type.isEnum() && type != Language.class) {
      return word(scalar, type);
    }
    return switch (type.getSimpleName()) {
      case "String" -> words(scalar).map(words -> words);
      case "Slug" -> slug(scalar);
      case "boolean" -> bool(scalar);
      case "int" -> number(scalar);
      case "LocalDate" -> date(scalar);
      case "OffsetDateTime" -> instant(scalar);
      case "URI" -> uri(scalar);
      case "ZoneId" -> zone(scalar);
      case "Language" -> language(scalar);
      default -> throw new IllegalStateException("the town file cannot hold a " + type);
    };
  }

  private Optional<Object> slug(Scalar scalar) {
    return Slug.isValid(scalar.text())
        ? Optional.of(Slug.of(scalar.text()))
        : wrong(scalar, "not-an-id", scalar.text());
  }

  private Optional<Object> bool(Scalar scalar) {
    return switch (scalar.text()) {
      case "true", "ja" -> Optional.of(true);
      case "false", "nein" -> Optional.of(false);
      default -> wrong(scalar, "yes-or-no", scalar.text());
    };
  }

  private Optional<Object> number(Scalar scalar) {
    try {
      return Optional.of(Integer.parseInt(scalar.text()));
    } catch (NumberFormatException e) {
      return wrong(scalar, "not-a-number", scalar.text());
    }
  }

  private Optional<Object> date(Scalar scalar) {
    try {
      return Optional.of(LocalDate.parse(scalar.text()));
    } catch (DateTimeParseException e) {
      return wrong(scalar, "not-a-date", scalar.text());
    }
  }

  private Optional<Object> instant(Scalar scalar) {
    try {
      return Optional.of(OffsetDateTime.parse(scalar.text()));
    } catch (DateTimeParseException e) {
      return wrong(scalar, "not-an-instant", scalar.text());
    }
  }

  private Optional<Object> uri(Scalar scalar) {
    try {
      URI uri = new URI(scalar.text());
      if (("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
          && uri.getHost() != null) {
        return Optional.of(uri);
      }
    } catch (URISyntaxException e) {
      return wrong(scalar, "not-an-address", scalar.text());
    }
    return wrong(scalar, "not-an-address", scalar.text());
  }

  private Optional<Object> zone(Scalar scalar) {
    try {
      return Optional.of(ZoneId.of(scalar.text()));
    } catch (DateTimeException e) {
      return wrong(scalar, "not-a-zone", scalar.text());
    }
  }

  private Optional<Object> language(Scalar scalar) {
    Optional<Language> language = Language.ofCode(scalar.text());
    return language.isPresent()
        ? Optional.of(language.get())
        : wrong(scalar, "not-a-language", scalar.text());
  }

  private Optional<Object> word(Scalar scalar, Class<?> type) {
    List<?> constants = Arrays.asList(type.getEnumConstants());
    List<String> words = constants.stream().map(Scalars::camelCase).toList();
    int found = words.indexOf(scalar.text());
    if (found >= 0) {
      return Optional.of(constants.get(found));
    }
    problems.add(
        Problem.error(scalar.at(), "not-a-word", scalar.text(), String.join(", ", words))
            .meaning(Nearest.to(scalar.text(), words).orElse("")));
    return Optional.empty();
  }

  /** How the file writes LETTER_BOX: letterBox. */
  static String camelCase(Object constant) {
    String[] parts = constant.toString().toLowerCase(Locale.ROOT).split("_");
    StringBuilder word = new StringBuilder(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      word.append(parts[i].substring(0, 1).toUpperCase(Locale.ROOT)).append(parts[i].substring(1));
    }
    return word.toString();
  }

  private <T> Optional<T> wrong(Scalar scalar, String key, String... arguments) {
    problems.add(Problem.error(scalar.at(), key, arguments));
    return Optional.empty();
  }
}
