package dev.easel.domain.provider;

import java.awt.image.BufferedImage;

/**
 * Hears hints of a job that renders elsewhere. Hints come on threads of the adapter, which belong
 * to no request and no transaction; they may be lost, and none of them is the truth: that is what
 * {@link JobProvider#observe} says. Implementations return at once and do not throw.
 */
public interface JobListener {

  /** 0–1, never falling. */
  void progress(double fraction);

  /** An intermediate state of image {@code index}; twice a second at most. */
  void preview(int index, BufferedImage partial);

  /** Something happened that is worth an observation: an end, or a connection lost or made anew. */
  void look();
}
