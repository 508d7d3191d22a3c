package dev.easel.service.batch;

import jakarta.ejb.ApplicationException;

/** This server had the run but has it no more; what it did since is rolled back. */
@ApplicationException(rollback = true)
public class FenceLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public FenceLostException(String message) {
    super(message);
  }
}
