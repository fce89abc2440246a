package de.notbetrieb.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicStand;
import de.notbetrieb.edition.RandomEditions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds of the course of any editions. */
class CoursePropertiesTest {
  private static final Optional<String> HASH = Optional.of("0".repeat(64));

  @Test
  void anEditionAgainstItselfHasNoChangeAndAgainstAnotherExactlyThoseThatReviewersSee() {
    for (long seed = 0; seed < 40; seed++) {
      Edition a = RandomEditions.of(seed).placed(1, Optional.empty(), List.of());
      Edition b = RandomEditions.of(seed + 1).placed(2, HASH, List.of());
      assertThat(last(a, a).isUnchanged()).isTrue();
      PublicStand step = last(a, b);
      assertThat(step.changes().size() + step.more())
          .isEqualTo(Difference.of(Optional.of(a), b).items().size());
      assertThat(last(b, a).changes().size() + last(b, a).more())
          .as("the way back changes as much")
          .isEqualTo(step.changes().size() + step.more());
    }
  }

  @Test
  void aLongCourseKeepsItsNewestPart() {
    Edition edition = RandomEditions.of(1).placed(1, Optional.empty(), List.of());
    Set<Integer> standing = new HashSet<>(IntStream.rangeClosed(1, 200).boxed().toList());
    List<PublicStand> course = new ArrayList<>();
    for (int n = 2; n <= 100; n++) {
      Edition before = edition.placed(n - 1, n == 2 ? Optional.empty() : HASH, course);
      course =
          new ArrayList<>(
              Course.of(Optional.of(before), standing, edition.placed(n, HASH, List.of())));
    }
    assertThat(course).hasSize(Edition.LONGEST_COURSE);
    assertThat(course.getLast().number()).isEqualTo(100);
  }

  private static PublicStand last(Edition before, Edition next) {
    return Course.of(Optional.of(before), Set.of(1), next).getLast();
  }
}
