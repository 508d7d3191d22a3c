package dev.easel.domain.provider;

/** Someone who listens to a job; closed when that is over. */
public interface JobWatch extends AutoCloseable {

  /** Nothing is told after this, but for what is being told at the moment. */
  @Override
  void close();
}
