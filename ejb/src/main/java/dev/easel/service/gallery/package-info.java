/**
 * Use cases of the gallery. Nothing here knows how it is shown: APIs and pages call the same desks.
 * What belongs to another tenant does not exist.
 */
package dev.easel.service.gallery;
