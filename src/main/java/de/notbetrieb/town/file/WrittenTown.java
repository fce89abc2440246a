package de.notbetrieb.town.file;

import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import de.notbetrieb.town.Need;
import de.notbetrieb.town.Service;
import de.notbetrieb.town.Town;
import de.notbetrieb.town.Visibility;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** A town's facts as a town file, complete and without a template: read again it is that town. */
public final class WrittenTown {
  private static final int WIDTH = 100;

  private WrittenTown() {}

  public static String yaml(Town town) {
    DumpSettings settings =
        DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setDereferenceAliases(true)
            .setWidth(WIDTH)
            // so that words which readers take for nothing or a number stand in quotation marks
            .setSchema(new CoreSchema())
            .build();
    return new Dump(settings).dumpToString(record(town));
  }

  /** What the file may leave out is left out. */
  private static Map<String, Object> record(Record record) {
    Map<String, Object> keys = new LinkedHashMap<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      Object value = value(component, record);
      if (value instanceof Optional<?> one) {
        one.ifPresent(present -> keys.put(component.getName(), written(present)));
      } else if (!isUsual(value)) {
        keys.put(component.getName(), written(value));
      }
    }
    return keys;
  }

  private static boolean isUsual(Object value) {
    return value.equals(List.of())
        || value.equals(false)
        || value.equals(Visibility.PUBLIC)
        || value.equals(Service.Words.NONE)
        || value.equals(Service.Sentences.NONE);
  }

  private static Object written(Object value) {
    return switch (value) {
      case Text text -> text(text);
      case Need need -> need(need);
      case Slug slug -> slug.value();
      case Language language -> language.code();
      case Record record -> record(record);
      case List<?> list -> list.stream().map(WrittenTown::written).toList();
      case Enum<?> constant -> Scalars.camelCase(constant);
      case Integer number -> number;
      case Boolean yes -> yes;
      default -> value.toString();
    };
  }

  private static Object text(Text text) {
    Map<String, String> languages = new LinkedHashMap<>();
    for (Language language : Language.values()) {
      text.in(language).ifPresent(words -> languages.put(language.code(), words));
    }
    return languages.size() == 1 ? text.de() : languages;
  }

  private static Object need(Need need) {
    boolean one = need.anyOf().size() == 1;
    boolean required = need.strength() == Need.Strength.REQUIRED;
    if (one && required) {
      return need.anyOf().getFirst().value();
    }
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put(one ? "system" : "anyOf", written(one ? need.anyOf().getFirst() : need.anyOf()));
    if (!required) {
      keys.put("strength", written(need.strength()));
    }
    return keys;
  }

  private static Object value(RecordComponent component, Record of) {
    try {
      return component.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }
}
