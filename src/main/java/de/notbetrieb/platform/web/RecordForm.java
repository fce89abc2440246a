package de.notbetrieb.platform.web;

import de.notbetrieb.platform.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A form for one thing that people write down.
 *
 * @param action where it is sent
 * @param seen the entry that the person saw; 0 for something new
 * @param meanwhile somebody else has changed it; each field then shows what stands there now
 * @param removable whether it can be taken away
 */
public record RecordForm(
    String action,
    List<Field> fields,
    long seen,
    FieldProblems problems,
    boolean meanwhile,
    boolean removable) {
  public RecordForm {
    fields = List.copyOf(fields);
  }

  public static RecordForm of(String action, List<Field> fields, long seen) {
    return new RecordForm(action, fields, seen, FieldProblems.none(), false, seen != 0);
  }

  /** The same of something that cannot be taken away. */
  public RecordForm staying() {
    return new RecordForm(action, fields, seen, problems, meanwhile, false);
  }

  /** How a field is filled. */
  public enum Kind {
    LINE,
    AREA,
    TICK,
    CHOICE,
    DAY,
    TIME
  }

  /**
   * One field; its label is {@code field.<name>}, its hint {@code field.<name>.hint} when there is
   * one.
   *
   * @param value what stands in it; a tick's is "true"
   * @param other what somebody else has written there meanwhile
   */
  public record Field(
      String name,
      Kind kind,
      String value,
      boolean needed,
      List<Choice> choices,
      Optional<String> other) {
    public Field {
      choices = List.copyOf(choices);
    }

    public static Field line(String name, String value) {
      return new Field(name, Kind.LINE, value, false, List.of(), Optional.empty());
    }

    public static Field area(String name, String value) {
      return new Field(name, Kind.AREA, value, false, List.of(), Optional.empty());
    }

    public static Field tick(String name, boolean value) {
      return new Field(name, Kind.TICK, String.valueOf(value), false, List.of(), Optional.empty());
    }

    public static Field day(String name, String value) {
      return new Field(name, Kind.DAY, value, false, List.of(), Optional.empty());
    }

    public static Field time(String name, String value) {
      return new Field(name, Kind.TIME, value, false, List.of(), Optional.empty());
    }

    public static Field choice(String name, String value, List<Choice> choices) {
      return new Field(name, Kind.CHOICE, value, false, choices, Optional.empty());
    }

    /** The same, which must not stay empty. */
    public Field asNeeded() {
      return new Field(name, kind, value, true, choices, other);
    }

    public boolean isEnglish() {
      return name.endsWith("En");
    }

    private Field typed(Map<String, String> typed, boolean meanwhile) {
      String words = typed.getOrDefault(name, kind == Kind.TICK ? "false" : "");
      boolean differs = meanwhile && !words.strip().equals(value.strip());
      return new Field(
          name, kind, words, needed, choices, differs ? Optional.of(value) : Optional.empty());
    }
  }

  /** One of several values. */
  public record Choice(String value, String label) {}

  /** This form with what was typed, and what is wrong with it. */
  private RecordForm typed(HttpServletRequest request, FieldProblems wrong, boolean moved) {
    Map<String, String> typed = FieldProblems.typed(request);
    return new RecordForm(
        action,
        fields.stream().map(field -> field.typed(typed, moved)).toList(),
        seen,
        wrong,
        moved,
        removable);
  }

  /** Makes the form from what stands there now. */
  @FunctionalInterface
  public interface Present {
    RecordForm form();
  }

  /**
   * Does it. What its input made wrong, or what somebody else changed meanwhile, comes back as the
   * form to be shown again with everything that was typed.
   */
  public static Optional<RecordForm> tried(
      HttpServletRequest request, Runnable act, Present present) {
    try {
      act.run();
      return Optional.empty();
    } catch (Refused refused) {
      return switch (refused.reason()) {
        case Refused.Invalid invalid ->
            Optional.of(
                present
                    .form()
                    .typed(
                        request, FieldProblems.of(invalid, ScreenTexts.language(request)), false));
        case Refused.Conflict conflict when conflict.key().equals("journal.moved-on") ->
            Optional.of(present.form().typed(request, FieldProblems.none(), true));
        default -> throw refused;
      };
    }
  }
}
