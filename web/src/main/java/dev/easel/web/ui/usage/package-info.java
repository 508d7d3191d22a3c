/** Pages on what was used, by day, model and key. */
package dev.easel.web.ui.usage;
