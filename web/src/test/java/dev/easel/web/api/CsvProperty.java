package dev.easel.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class CsvProperty {

  private static final String FORMULAS = "=+-@\t\r\uff1d\uff0b\uff0d\uff20";

  @Property
  void everyCellComesBackAsItWasButForApostrophes(
      @ForAll @Size(min = 1, max = 4) List<@Size(3) List<@From("cells") String>> rows) {
    Csv csv = new Csv();
    rows.forEach(row -> csv.row(row.toArray()));

    List<List<String>> read = read(csv.toString());

    assertThat(read).hasSameSizeAs(rows);
    for (int i = 0; i < rows.size(); i++) {
      assertThat(plain(read.get(i))).isEqualTo(plain(rows.get(i)));
    }
  }

  /** However a spreadsheet cuts the file into cells. */
  @Property
  void noCellIsAFormulaWhateverTheSeparator(
      @ForAll("cells") String first, @ForAll("cells") String second) {
    String csv = new Csv().row(first, second).toString();

    read(csv).get(0).forEach(CsvProperty::assertHarmless);
    for (String cell : csv.split("[;\t\r\n]", -1)) {
      assertHarmless(cell);
    }
  }

  @Property
  void whatIsNoFormulaIsLeftAlone(@ForAll("words") String word) {
    assertThat(new Csv().row(word).toString()).isEqualTo(word + "\r\n");
  }

  @Example
  void numbersStayNumbers() {
    assertThat(new Csv().row(new BigDecimal("-1E+3"), -5L, 0.5, null, "").toString())
        .isEqualTo("-1000,-5,0.5,,\r\n");
  }

  @Example
  void formulasBecomeText() {
    assertThat(new Csv().row("=cmd|' /C calc'!A0", "-1+1", "a;=b", "say \"hi\"").toString())
        .isEqualTo("'=cmd|' /C calc'!A0,'-1+1,\"a;'=b\",\"say \"\"hi\"\"\"\r\n");
  }

  @Provide
  Arbitrary<String> cells() {
    return Arbitraries.strings()
        .withChars("ab =+-@,;\"'\t\r\n|\u00a0\uff1d\uff0b\uff0d\uff20\u00e9")
        .ofMaxLength(8);
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.strings()
        .alpha()
        .withChars("\u00e9-=.'")
        .ofMaxLength(12)
        .map(w -> "a" + w + "z");
  }

  private static void assertHarmless(String cell) {
    String seen = cell.replaceFirst("^[ \u00a0]+", "");
    assertThat(seen.isEmpty() || FORMULAS.indexOf(seen.charAt(0)) < 0).as(cell).isTrue();
  }

  private static List<String> plain(List<String> row) {
    return row.stream().map(cell -> cell.replace("'", "")).toList();
  }

  /** As RFC 4180 reads it. */
  private static List<List<String>> read(String csv) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean inside = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      boolean next = i + 1 < csv.length();
      if (inside && c == '"' && next && csv.charAt(i + 1) == '"') {
        cell.append(csv.charAt(i++));
      } else if (c == '"') {
        inside = !inside;
      } else if (!inside && c == ',') {
        row.add(cell.toString());
        cell.setLength(0);
      } else if (!inside && c == '\r') {
        i++;
        row.add(cell.toString());
        cell.setLength(0);
        rows.add(row);
        row = new ArrayList<>();
      } else {
        cell.append(c);
      }
    }
    return rows;
  }
}
