package dev.easel.domain.moderation;

import dev.easel.domain.shared.FailureException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The operator's rules, and how often they refused something. */
public interface ModerationRepository {

  void add(ModerationRule rule);

  Optional<ModerationRule> find(String id);

  void remove(ModerationRule rule);

  /**
   * Writes what was changed and removed, and counts versions up, now rather than at the end of the
   * transaction.
   *
   * @throws FailureException {@code CONFLICT} if somebody else did so since it was read
   */
  void flush();

  /** All of them, by id. */
  List<ModerationRule> all();

  /** Adds to the count of a day if there is one. */
  boolean addTo(RefusalCount more);

  /** Makes the count of a day; another server may have been faster, which is an exception. */
  void open(RefusalCount first);

  /** One more than the limit, if there are so many. */
  List<RefusalCount> counts(RefusalQuery query);

  /** Deletes the counts of days before that one and returns how many. */
  int forgetBefore(LocalDate day);
}
