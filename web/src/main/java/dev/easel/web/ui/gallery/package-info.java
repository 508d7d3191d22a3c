/** Pages of images. */
package dev.easel.web.ui.gallery;
