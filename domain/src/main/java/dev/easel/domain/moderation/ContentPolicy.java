package dev.easel.domain.moderation;

import java.util.List;

/** Rules made ready to judge prompts before anything is paid or queued. */
public interface ContentPolicy {

  /** The rules a text offends, each once, in the order of the rules. */
  List<ModerationRule> objections(String text);

  /** The text as words and phrases are looked up in it: disguises taken off. */
  String normalised(String text);
}
