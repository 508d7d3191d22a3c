package dev.easel.domain.gallery;

import java.util.function.Predicate;

/** Names as they stand in addresses: words of letters and digits, with hyphens between. */
public final class Slug {

  public static final int LONGEST = 80;
  private static final String UNNAMED = "collection";
  private static final int ROOM_FOR_NUMBER = 8;

  private Slug() {}

  public static String of(String name) {
    String joined = String.join("-", Terms.words(name));
    String ascii = joined.replaceAll("[^a-z0-9-]+", "").replaceAll("-{2,}", "-");
    String cut = ascii.substring(0, Math.min(ascii.length(), LONGEST - ROOM_FOR_NUMBER));
    String trimmed = cut.replaceAll("^-+|-+$", "");
    return trimmed.isEmpty() ? UNNAMED : trimmed;
  }

  /** The name's own, or the first with a number that is free. */
  public static String free(String name, Predicate<String> taken) {
    String own = of(name);
    String slug = own;
    for (int number = 2; taken.test(slug); number++) {
      slug = own + "-" + number;
    }
    return slug;
  }
}
