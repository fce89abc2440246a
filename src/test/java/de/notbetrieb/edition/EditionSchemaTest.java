package de.notbetrieb.edition;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import de.notbetrieb.platform.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** The published schema says what stands in an edition.json. */
class EditionSchemaTest {
  private static final Path PUBLISHED = Path.of("docs/formats/edition.schema.json");
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(EditionSchema.json(), InputFormat.JSON);

  static Stream<Edition> editions() {
    return Stream.concat(
        Stream.of(Examples.moessingen(), Examples.minimal()),
        LongStream.range(0, 20).mapToObj(RandomEditions::of));
  }

  /** When this fails and a reader would misunderstand the new form, the version grows too. */
  @Test
  void thePublishedFileIsTheOneThatTheRecordsMake() throws IOException {
    String made = JsonMapper.shared().readTree(EditionSchema.json()).toPrettyString() + "\n";
    Files.writeString(Path.of("target", "edition.schema.json"), made);
    assertThat(Files.readString(PUBLISHED))
        .as("the published schema; the present one lies in target/edition.schema.json")
        .isEqualTo(made);
  }

  @Test
  void theExampleIsThisEditionJsonByteForByte() throws IOException {
    String made = Json.write(Examples.moessingen());
    Files.writeString(Path.of("target", "edition-1.json"), made);
    assertThat(made)
        .as("the present bytes lie in target/edition-1.json")
        .isEqualTo(Files.readString(Path.of("src/test/resources/edition/edition-1.json")));
  }

  @ParameterizedTest
  @MethodSource("editions")
  void everyEditionIsValid(Edition edition) {
    assertThat(errors(Json.write(edition))).isEmpty();
  }

  @Test
  void aMissingNumberAStrangeStateAndABadIdAreNot() {
    String good = Json.write(Examples.moessingen());
    assertThat(errors(good.replace("\"number\":7,", ""))).isNotEmpty();
    assertThat(errors(good.replace("\"ELSEWHERE\"", "\"SOMEWHERE\""))).isNotEmpty();
    assertThat(errors(good.replace("\"slug\":\"perso\"", "\"slug\":\"Perso!\""))).isNotEmpty();
  }

  @Test
  void aKeyOfALaterVersionIsPassedOver() {
    String later = Json.write(Examples.moessingen()).replaceFirst("\\{", "{\"aaa\":1,");
    assertThat(errors(later)).isEmpty();
  }

  private static List<Error> errors(String json) {
    return SCHEMA.validate(json, InputFormat.JSON);
  }
}
