package dev.easel.domain.asset;

/** The disk on which this server keeps its data. */
public interface DataDisk {

  Space space();

  /** In bytes; both are 0 if the disk does not tell. */
  record Space(long usable, long total) {}
}
