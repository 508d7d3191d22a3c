package dev.easel.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RemarksConverterTest {

  private final RemarksConverter converter = new RemarksConverter();

  @Property(tries = 300)
  void readsBackWhatItWroteOnOneLineEach(@ForAll("remarks") List<Remark> remarks) {
    List<Remark> flat =
        remarks.stream()
            .map(r -> new Remark(r.code(), StoredText.fitting(r.message(), 160)))
            .map(r -> new Remark(r.code(), r.message().replaceAll("[\\t\\r\\n]+", " ")))
            .toList();

    String stored = converter.convertToDatabaseColumn(remarks);

    assertThat(converter.convertToEntityAttribute(stored)).isEqualTo(flat);
  }

  @Test
  void storesNothingForNone() {
    assertThat(converter.convertToDatabaseColumn(List.of())).isNull();
    assertThat(converter.convertToDatabaseColumn(null)).isNull();
    assertThat(converter.convertToEntityAttribute(null)).isEmpty();
    assertThat(converter.convertToEntityAttribute("")).isEmpty();
  }

  @Test
  void keepsAsManyAsTheColumnHolds() {
    Remark longest = new Remark("provider_said", "\uD83C\uDFA8".repeat(500));

    String stored = converter.convertToDatabaseColumn(Collections.nCopies(50, longest));

    assertThat(stored).hasSizeBetween(7000, 8000);
    assertThat(converter.convertToEntityAttribute(stored)).hasSizeGreaterThan(10);
  }

  @Test
  void cutsAMessageThatQuotesAWordOfAnyLength() {
    String stored =
        converter.convertToDatabaseColumn(
            List.of(new Remark("unknown_parameter", "🌅".repeat(9000))));

    assertThat(converter.convertToEntityAttribute(stored))
        .containsExactly(new Remark("unknown_parameter", "🌅".repeat(300) + "…"));
  }

  @Provide
  Arbitrary<List<Remark>> remarks() {
    Arbitrary<String> code =
        Arbitraries.strings().withChars("abcdefgh_").ofMinLength(1).ofMaxLength(20);
    Arbitrary<String> message = Arbitraries.strings().all().ofMaxLength(80);
    return Combinators.combine(code, message).as(Remark::new).list().ofMaxSize(6);
  }
}
