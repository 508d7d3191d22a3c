package dev.easel.domain.provider;

/**
 * Why a node did not do a job that it was given.
 *
 * @param kind what went wrong
 * @param reason for callers: no path, no trace, nothing of the node's inside
 * @param parameter the input the node objects to, in its own words, such as {@code width}; empty if
 *     it named none
 */
public record JobFault(Kind kind, String reason, String parameter) {

  /** What went wrong, and whether trying again has a point. */
  public enum Kind {
    /** A model file is not on the node: its inventory is out of date. */
    MODEL_MISSING(Again.OTHER_NODE),
    /** The node lacks a class of the workflow. */
    CAPABILITY_MISSING(Again.OTHER_NODE),
    /** A value that came from the caller is not accepted. */
    INVALID_VALUE(Again.NEVER),
    /** An input image is not accepted, even after it was sent twice. */
    INVALID_IMAGE(Again.NEVER),
    /** The workflow itself is wrong; an operator must mend it. */
    WORKFLOW_BROKEN(Again.NEVER),
    /** The node's memory does not suffice. */
    OUT_OF_MEMORY(Again.BIGGER_NODE_ONCE),
    /** The node does not let us in. */
    ACCESS_DENIED(Again.OTHER_NODE),
    /** The node broke while it worked. */
    NODE_FAILED(Again.SAME_NODE_ONCE),
    /** The node says it is done, but what it gave is no image, or not ours. */
    WRONG_RESULT(Again.OTHER_NODE);

    private final Again again;

    Kind(Again again) {
      this.again = again;
    }

    public Again again() {
      return again;
    }
  }

  /** Where another attempt may be made. */
  public enum Again {
    NEVER,
    SAME_NODE_ONCE,
    OTHER_NODE,
    BIGGER_NODE_ONCE
  }

  public static JobFault of(Kind kind, String reason) {
    return new JobFault(kind, reason, "");
  }
}
