package dev.easel.domain.gallery;

/** What is counted of those who come. */
public enum VisitKind {
  VIEW,
  DOWNLOAD
}
