import dev.easel.adapter.moderation.IndexedPolicies;
import dev.easel.domain.moderation.ContentPolicy;
import dev.easel.domain.moderation.ModerationRule;
import dev.easel.domain.moderation.ModerationRule.Terms;
import dev.easel.domain.moderation.RuleKind;
import dev.easel.domain.moderation.Strictness;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Nanoseconds to judge a prompt that no rule objects to: by words, and by patterns beside them.
 *
 * <pre>java -cp … ops/bench/Moderation.java SECONDS</pre>
 */
public class Moderation {

  private static final String SENTENCE =
      "a quiet harbour at dawn, with fishing-boats and 3 lanterns reflected in the still water; ";

  public static void main(String[] args) {
    long nanos = Long.parseLong(args[0]) * 1_000_000_000L;
    String prompt = SENTENCE.repeat(12).substring(0, 1000);
    for (int round = 0; round < 3; round++) {
      String when = round == 0 ? "warm-up " : "";
      measure(when + "no rules, 1,000 characters", policy(0, 0), prompt, nanos);
      measure(when + "500 words, 1,000 characters", policy(500, 0), prompt, nanos);
      measure(when + "500 words, 100 characters", policy(500, 0), prompt.substring(0, 100), nanos);
      measure(when + "500 words, spaced letters", policy(500, 0), "a b c d e ".repeat(100), nanos);
      measure(when + "490 words, 10 patterns", policy(490, 10), prompt, nanos);
    }
  }

  private static ContentPolicy policy(int words, int patterns) {
    Random random = new Random(7);
    List<ModerationRule> rules = new ArrayList<>();
    for (int i = 0; i < words; i++) {
      rules.add(rule(RuleKind.WORD, word(random) + "q"));
    }
    for (int i = 0; i < patterns; i++) {
      rules.add(rule(RuleKind.PATTERN, "\\b" + word(random) + "q.{0,20}" + word(random) + "\\b"));
    }
    return new IndexedPolicies().make(rules);
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = 4 + random.nextInt(5); i > 0; i--) {
      word.append((char) ('a' + random.nextInt(26)));
    }
    return word.toString();
  }

  private static ModerationRule rule(RuleKind kind, String text) {
    Terms terms = new Terms(kind, text, "bench", Strictness.ALWAYS, null, true);
    return new ModerationRule("mod_" + text, terms, Instant.EPOCH);
  }

  private static void measure(String what, ContentPolicy policy, String prompt, long nanos) {
    long start = System.nanoTime();
    long calls = 0;
    int found = 0;
    while (System.nanoTime() - start < nanos) {
      found += policy.objections(prompt).size();
      calls++;
    }
    System.out.printf(
        Locale.ROOT, "%-40s %9.0f ns per prompt, %d found%n",
        what, (double) (System.nanoTime() - start) / calls, found);
  }
}
