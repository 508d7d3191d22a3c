package dev.easel.web.ui.keys;

import dev.easel.domain.identity.IpRange;
import dev.easel.domain.identity.KeyRights;
import dev.easel.domain.identity.Scope;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Utc;
import dev.easel.service.identity.KeyWish;
import dev.easel.web.ui.billing.CreditField;
import jakarta.ws.rs.FormParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the forms of a key bring. A form without {@code limited} says nothing but the name. */
public class KeyForm {

  static final int LONGEST_NAME = 60;

  private static final int MOST_ENTRIES = 50;
  private static final int MOST_PER_MINUTE = 1_000_000;

  @FormParam("name")
  String name;

  @FormParam("account")
  String account;

  @FormParam("limited")
  String limited;

  @FormParam("scope")
  List<String> scopes;

  @FormParam("model")
  List<String> chosenModels;

  @FormParam("addresses")
  String addresses;

  @FormParam("expires")
  String expires;

  @FormParam("per_minute")
  String perMinute;

  @FormParam("budget")
  String budget;

  /**
   * Laid over what there is.
   *
   * @param models whether there is a model of that id
   * @throws FailureException {@code INVALID_REQUEST} if it makes no key
   */
  KeyWish over(KeyWish base, Predicate<String> models, Instant now) {
    if (limited == null) {
      return new KeyWish(called(), base.rights(), base.expiresAt());
    }
    KeyRights rights =
        new KeyRights(ticked(), only(models, base.rights().models()), ranges(), perMinute());
    return new KeyWish(called(), rights, until(base.expiresAt(), now));
  }

  /** Credits a month that the key may spend; empty for no budget of its own. */
  Optional<Credits> monthly() {
    return text(budget).isEmpty() ? Optional.empty() : Optional.of(CreditField.read(budget));
  }

  /** For the form to be shown again. */
  KeyFields fields() {
    return new KeyFields(
        text(name),
        Set.copyOf(scopes),
        Set.copyOf(chosenModels),
        text(addresses),
        text(expires),
        text(perMinute),
        text(budget));
  }

  /** The service account whose key it shall be; empty for one's own. */
  Optional<String> account() {
    return Optional.of(text(account)).filter(id -> !id.isEmpty());
  }

  boolean hasLimits() {
    return limited != null;
  }

  private String called() {
    String called = text(name);
    if (called.isEmpty() || called.length() > LONGEST_NAME) {
      throw FailureException.invalid("name", "must have 1 to " + LONGEST_NAME + " letters");
    }
    return called;
  }

  private Set<Scope> ticked() {
    Set<Scope> ticked = new LinkedHashSet<>();
    scopes.forEach(word -> Scope.parse(word).ifPresent(ticked::add));
    if (ticked.isEmpty()) {
      throw FailureException.invalid("scopes", "must be one at least");
    }
    return ticked;
  }

  private Set<String> only(Predicate<String> models, Set<String> before) {
    Set<String> only = new LinkedHashSet<>(chosenModels);
    boolean known = only.stream().allMatch(id -> before.contains(id) || models.test(id));
    if (!known || only.size() > MOST_ENTRIES) {
      throw FailureException.invalid("models", "must be " + MOST_ENTRIES + " known ones at most");
    }
    return only;
  }

  private List<IpRange> ranges() {
    List<String> words =
        Stream.of(text(addresses).split("[\\s,;]+")).filter(word -> !word.isEmpty()).toList();
    if (words.size() > MOST_ENTRIES) {
      throw FailureException.invalid("addresses", "must be " + MOST_ENTRIES + " at most");
    }
    return words.stream().map(KeyForm::range).distinct().toList();
  }

  private static IpRange range(String word) {
    return IpRange.parse(word)
        .orElseThrow(() -> FailureException.invalid("addresses", "has no address: " + word));
  }

  private OptionalInt perMinute() {
    String given = text(perMinute);
    if (given.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!given.matches("[1-9]\\d{0,6}") || Integer.parseInt(given) > MOST_PER_MINUTE) {
      throw FailureException.invalid("per_minute", "must be 1 to " + MOST_PER_MINUTE);
    }
    return OptionalInt.of(Integer.parseInt(given));
  }

  /** The end of that day; a day that was not touched leaves the time as it was. */
  private Optional<Instant> until(Optional<Instant> before, Instant now) {
    String given = text(expires);
    if (given.isEmpty()) {
      return Optional.empty();
    }
    if (before.map(KeyFields::day).filter(given::equals).isPresent()) {
      return before;
    }
    Instant end = Utc.start(day(given).plusDays(1));
    if (!end.isAfter(now)) {
      throw FailureException.invalid("expires", "must lie ahead");
    }
    return Optional.of(end);
  }

  private static LocalDate day(String given) {
    try {
      LocalDate day = LocalDate.parse(given);
      if (day.getYear() > 9998) {
        throw FailureException.invalid("expires", "is too far ahead");
      }
      return day;
    } catch (DateTimeException e) {
      throw FailureException.invalid("expires", "must be a day: 2030-12-31");
    }
  }

  private static String text(String sent) {
    return sent == null ? "" : sent.strip();
  }
}
