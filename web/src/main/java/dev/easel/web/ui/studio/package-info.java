/** Where prompts become images: the form, and what became of it. */
package dev.easel.web.ui.studio;
