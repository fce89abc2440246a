package de.notbetrieb.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import de.notbetrieb.journal.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KindsTest {
  @Test
  void everyKindThatARoomDeclaresCanBeVerified() throws IllegalAccessException {
    List<Kind<?>> declared = new ArrayList<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("de.notbetrieb")) {
      for (JavaField field : type.getFields()) {
        if (field.getRawType().isEquivalentTo(Kind.class)
            && field.getModifiers().contains(JavaModifier.STATIC)) {
          var found = field.reflect();
          found.setAccessible(true);
          declared.add((Kind<?>) found.get(null));
        }
      }
    }

    assertThat(declared).isNotEmpty();
    assertThat(Kinds.all()).containsAll(declared).doesNotHaveDuplicates();
  }
}
