package dev.easel.fake.comfy;

/** The ways to fail. Armed for a number of times, each strikes when its moment comes. */
public enum ComfyFault {
  /** The process is gone in the middle of a job: port closed, queue and history lost. */
  DIE_MID_JOB,
  /** The job never ends; it can be interrupted. */
  HANG,
  /** The process restarts in the middle of a job: queue and history empty, count from 0. */
  RESTART_MID_JOB,
  /** History and files are those of an older job. */
  REPLAY_OLD_FILE,
  /** The job takes as long as {@code FakeComfy.lateBy} more. */
  FINISH_LATE,
  /** Images come byte by byte. */
  TRICKLE,
  /** {@code POST /prompt} fails with 500. */
  ERROR_500,
  /** Images are cut off and no PNG. */
  INVALID_PNG,
  /** One branch is wrong, the rest runs: errors in a 200. */
  NODE_ERRORS_IN_200,
  OUT_OF_MEMORY,
  MODEL_MISSING_AT_RUN,
  /** A node throws. */
  NODE_THROWS,
  /** The socket is closed after the start of a job. */
  DROP_SOCKET,
  /** An interrupt changes nothing. */
  IGNORE_INTERRUPT,
  /** Every answer takes {@code FakeComfy.slowBy}. */
  SLOW,
  /** The job succeeds without images. */
  NO_IMAGES,
  /** Someone else stops the job. */
  INTERRUPTED_BY_OTHER,
  /** The image file is gone. */
  FILE_GONE,
  /** The prompt is queued, but the connection is closed instead of an answer. */
  LOSE_SUBMIT_REPLY,
  /** The prompt is queued, but the answer comes {@code FakeComfy.slowBy} later. */
  LATE_SUBMIT_REPLY,
  /** Requests are taken and never answered. */
  MUTE,
  /** An uploaded file is gone when the prompt is validated. */
  UPLOAD_VANISHES
}
