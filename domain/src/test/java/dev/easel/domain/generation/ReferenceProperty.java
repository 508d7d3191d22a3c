package dev.easel.domain.generation;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class ReferenceProperty {

  @Property
  void isReadAsItWasWritten(
      @ForAll ReferenceRole role, @ForAll @DoubleRange(max = 1) double strength) {
    Reference reference = new Reference("img_2ce0e1ab0bc28e7130a618d2_0", role, strength);

    assertThat(Reference.parse(reference.text())).isEqualTo(reference);
  }

  @Property
  void sixteenFitTheirColumn(
      @ForAll ReferenceRole role, @ForAll @DoubleRange(max = 1) double strength) {
    Reference reference = new Reference("img_2ce0e1ab0bc28e7130a618d2_0", role, strength);

    assertThat((reference.text().length() + 1) * Edit.MOST_REFERENCES).isLessThanOrEqualTo(1000);
  }
}
