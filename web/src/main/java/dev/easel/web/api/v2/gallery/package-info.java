/** The gallery on v2: items, collections, what everybody may see. Source: seed 001, C18. */
package dev.easel.web.api.v2.gallery;
