package dev.easel.domain.shared;

import static java.util.stream.Collectors.joining;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.ArrayList;
import java.util.List;

/** Stores remarks one to a line, code and message parted by a tab. */
@Converter
public class RemarksConverter implements AttributeConverter<List<Remark>, String> {

  /** Code points of one message; a dozen of them fit the column. */
  private static final int LONGEST = 300;

  @Override
  public String convertToDatabaseColumn(List<Remark> remarks) {
    if (remarks == null || remarks.isEmpty()) {
      return null;
    }
    return remarks.stream().map(r -> r.code() + "\t" + flat(r.message())).collect(joining("\n"));
  }

  @Override
  public List<Remark> convertToEntityAttribute(String stored) {
    if (stored == null) {
      return new ArrayList<>();
    }
    List<Remark> remarks = new ArrayList<>();
    stored
        .lines()
        .map(line -> line.split("\t", 2))
        .forEach(parts -> remarks.add(new Remark(parts[0], parts.length > 1 ? parts[1] : "")));
    return remarks;
  }

  private static String flat(String message) {
    String line = message.replaceAll("[\\t\\r\\n]+", " ");
    // A remark may quote the caller, who may have written a word of any length.
    return line.codePointCount(0, line.length()) <= LONGEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
  }
}
