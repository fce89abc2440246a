package de.notbetrieb.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

/** The published schema says what the reader reads. */
class TownFileSchemaTest {
  private static final Path PUBLISHED = Path.of("docs/formats/town-file.schema.json");
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(TownFileSchema.json(), InputFormat.JSON);

  @Test
  void thePublishedFileIsTheOneThatTheRecordsMake() throws IOException {
    Path made = Path.of("target", "town-file.schema.json");
    Files.writeString(made, pretty() + "\n");
    assertThat(Files.readString(PUBLISHED))
        .as("the published schema; the present one lies in " + made)
        .isEqualTo(pretty() + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "src/main/resources/template/usual-german-town.yaml",
        "demo/moessingen.yaml",
        "demo/beispielstadt.yaml",
        "src/test/resources/towns/musterstadt.yaml"
      })
  void everyTownFileOfOursIsValid(String file) throws IOException {
    assertThat(errors(Files.readString(Path.of(file)))).isEmpty();
  }

  @Test
  void anUnknownKeyAndAnUnknownWordAreNot() {
    assertThat(errors("town: {id: a, telefon: b}")).isNotEmpty();
    assertThat(errors("contacts: [{id: a, kind: phoen}]")).isNotEmpty();
    assertThat(errors("offices: [{id: Rathaus Nord}]")).isNotEmpty();
  }

  private static List<Error> errors(String yaml) {
    Object tree = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return SCHEMA.validate(JsonMapper.shared().writeValueAsString(tree), InputFormat.JSON);
  }

  private static String pretty() {
    return JsonMapper.shared().readTree(TownFileSchema.json()).toPrettyString();
  }
}
