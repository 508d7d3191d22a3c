package dev.easel.cli;

/** Ends the command with a message for the person who typed it, without a stack trace. */
final class CommandFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CommandFailure(String message) {
    super(message);
  }
}
