/**
 * The gallery: pictures people keep, how they name, sort and find them, and whom they show them to.
 * An item is the place of one delivered image; without it the image is only a result.
 */
package dev.easel.domain.gallery;
