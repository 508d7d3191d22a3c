package dev.easel.domain.shared;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * Stores remarks one to a line, code and message parted by a tab; what the column cannot hold is
 * left.
 */
@Converter
public class RemarksConverter implements AttributeConverter<List<Remark>, String> {

  /** Code points of one message. */
  private static final int LONGEST = 300;

  /** UTF-16 units of the column. */
  private static final int ROOM = 8000;

  @Override
  public String convertToDatabaseColumn(List<Remark> remarks) {
    if (remarks == null || remarks.isEmpty()) {
      return null;
    }
    StringJoiner lines = new StringJoiner("\n");
    for (Remark remark : remarks) {
      String line = remark.code() + "\t" + flat(remark.message());
      if (lines.length() + line.length() < ROOM) {
        lines.add(line);
      }
    }
    return lines.toString();
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
    String line = StoredText.fitting(message, ROOM).replaceAll("[\\t\\r\\n]+", " ");
    // A remark may quote the caller, who may have written a word of any length.
    return line.codePointCount(0, line.length()) <= LONGEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
  }
}
