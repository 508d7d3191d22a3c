/** Pages for operators on what prompts may not contain. */
package dev.easel.web.ui.moderation;
