package de.notbetrieb.edition;

import de.notbetrieb.edition.PublicService.StateSince;
import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import de.notbetrieb.platform.TimeSpan;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Editions that a seed makes: every component of every record is filled by reflection, so that a
 * new component is there on the day it is added. A component of a type not known here fails.
 */
public final class RandomEditions {
  private static final List<String> WORDS =
      List.of(
          "Ausweis",
          "Straße",
          "ändern",
          "über",
          "Antrag",
          "Papier",
          "Müll",
          "Frist",
          "heute",
          "Schalter",
          "Öffnung",
          "Brief",
          "bitte",
          "nicht",
          "Woche",
          "Kind",
          "Rathaus",
          "größer");

  private final Random random;
  private final UnaryOperator<String> spoil;
  private final boolean full;
  private int slugs;

  private RandomEditions(long seed, boolean full, UnaryOperator<String> spoil) {
    this.random = new Random(seed);
    this.full = full;
    this.spoil = spoil;
  }

  /** Some components filled, some absent. */
  public static Edition of(long seed) {
    return new RandomEditions(seed, false, text -> text).edition();
  }

  /** Every component filled, every text passed through {@code spoil}. */
  public static Edition full(long seed, UnaryOperator<String> spoil) {
    return new RandomEditions(seed, true, spoil).edition();
  }

  private Edition edition() {
    Edition made = record(Edition.class, "");
    PublicTown town = made.town();
    List<PublicService> services = new ArrayList<>();
    for (PublicService service : made.services()) {
      services.add(linked(made, service));
    }
    return new Edition(
        2 + random.nextInt(90),
        made.purpose(),
        made.asOf(),
        made.confirmedAt(),
        made.nextWordDue(),
        Optional.of("0123456789abcdef".repeat(4)),
        town,
        languages(),
        made.headline(),
        made.lead(),
        made.contacts(),
        made.offices(),
        made.units(),
        made.lifeSituations(),
        services,
        made.notices(),
        made.runningNormally(),
        made.updates(),
        made.answers(),
        numbered(made.course()));
  }

  /** Each edition once, as they followed each other. */
  private static List<PublicStand> numbered(List<PublicStand> course) {
    List<PublicStand> stands = new ArrayList<>();
    for (PublicStand stand : course) {
      stands.add(
          new PublicStand(
              stands.size() + 1, stand.asOf(), stand.confirmedAt(), stand.changes(), stand.more()));
    }
    return stands;
  }

  /** German, English and one more. */
  private List<Language> languages() {
    Set<Language> languages = EnumSet.of(Language.DE, Language.EN);
    languages.add(one(List.of(Language.values())));
    return List.copyOf(languages);
  }

  /** The same service, naming a life situation, ways in and offices that are there. */
  private PublicService linked(Edition made, PublicService service) {
    Map<String, Object> changed = new LinkedHashMap<>();
    if (!made.lifeSituations().isEmpty()) {
      changed.put("lifeSituation", one(made.lifeSituations()).slug());
    }
    changed.put("offices", made.offices().stream().map(PublicOffice::slug).limit(2).toList());
    changed.put("waysIn", made.contacts().stream().map(PublicContact::slug).limit(2).toList());
    changed.put("history", newestFirst(service));
    return with(service, changed);
  }

  /** As every real edition has it: the newest state is the present one. */
  private static List<StateSince> newestFirst(PublicService service) {
    List<StateSince> history = new ArrayList<>(service.history());
    history.sort(Comparator.comparing((StateSince state) -> state.since().toInstant()).reversed());
    if (!history.isEmpty()) {
      history.set(0, new StateSince(service.state(), history.getFirst().since()));
    }
    return history;
  }

  private static <R extends Record> R with(R value, Map<String, Object> changed) {
    RecordComponent[] components = value.getClass().getRecordComponents();
    Object[] values =
        Arrays.stream(components)
            .map(c -> changed.getOrDefault(c.getName(), component(value, c)))
            .toArray();
    @SuppressWarnings("unchecked")
    R made = (R) construct(value.getClass(), values);
    return made;
  }

  private static Object component(Record value, RecordComponent component) {
    try {
      return component.getAccessor().invoke(value);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new AssertionError(e);
    }
  }

  private <R extends Record> R record(Class<R> type, String path) {
    Object[] values =
        Arrays.stream(type.getRecordComponents())
            .map(c -> value(c.getGenericType(), path + "." + c.getName()))
            .toArray();
    return type.cast(construct(type, values));
  }

  private static Object construct(Class<?> type, Object[] values) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(type.getName(), e);
    }
  }

  private Object value(Type type, String path) {
    if (type instanceof ParameterizedType of) {
      Type inner = of.getActualTypeArguments()[0];
      if (of.getRawType() == Optional.class) {
        boolean there = full || path.equals(".previous") || random.nextInt(3) > 0;
        return there && !path.equals(".previous")
            ? Optional.of(value(inner, path))
            : Optional.empty();
      }
      if (of.getRawType() == List.class) {
        return list(inner, path);
      }
    }
    return type instanceof Class<?> plain ? plain(plain, path) : unknown(type, path);
  }

  private List<Object> list(Type inner, String path) {
    int size = (full ? 1 : 0) + random.nextInt(4);
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      values.add(value(inner, path));
    }
    if (inner == OpenDay.class) {
      for (int i = 0; i < values.size(); i++) {
        OpenDay day = (OpenDay) values.get(i);
        values.set(i, new OpenDay(LocalDate.of(2023, 11, 21).plusDays(i), day.open(), day.note()));
      }
    } else if (inner == TimeSpan.class) {
      values.sort(Comparator.comparing(TimeSpan.class::cast));
    }
    return values;
  }

  private Object plain(Class<?> type, String path) {
    if (type == String.class) {
      return string(path);
    } else if (type == Text.class) {
      return text();
    } else if (type == Slug.class) {
      return Slug.of("x" + random.nextInt(1000) + "-" + slugs++);
    } else if (type == int.class) {
      return 1;
    } else if (type == boolean.class) {
      return random.nextBoolean();
    } else if (type == URI.class) {
      return URI.create("https://amt" + random.nextInt(100) + ".example");
    } else if (type == ZoneId.class) {
      return ZoneId.of("Europe/Berlin");
    } else if (type == OffsetDateTime.class) {
      return OffsetDateTime.of(2023, 11, 21, 6, 0, 0, 0, ZoneOffset.ofHours(1))
          .plusMinutes(random.nextInt(5000));
    } else if (type == LocalDate.class) {
      return LocalDate.of(2023, 11, 21);
    } else if (type == TimeSpan.class) {
      int from = random.nextInt(1200);
      return new TimeSpan(from, from + 1 + random.nextInt(700));
    } else if (type.isEnum()) {
      return one(List.of(type.getEnumConstants()));
    } else if (type.isRecord()) {
      return record(type.asSubclass(Record.class), path);
    }
    return unknown(type, path);
  }

  private Text text() {
    Text text = Text.of(words());
    for (Language language : Language.values()) {
      boolean there = full || random.nextInt(4) > (language == Language.EN ? 0 : 2);
      text = language != Language.DE && there ? text.with(language, words()) : text;
    }
    return text;
  }

  private String string(String path) {
    if (path.endsWith(".dial")) {
      return "+4930231250";
    }
    return path.endsWith(".spokenLanguages") ? one(List.of("de", "tr", "pl")) : words();
  }

  private String words() {
    StringBuilder words = new StringBuilder(one(WORDS));
    for (int i = random.nextInt(9); i > 0; i--) {
      words.append(' ').append(one(WORDS));
    }
    return spoil.apply(words.toString());
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static Object unknown(Type type, String path) {
    throw new AssertionError("no random value for " + path + ": " + type);
  }
}
