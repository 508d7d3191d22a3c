/** Judges prompts by the operator's rules, and lets administrators edit them. */
package dev.easel.service.moderation;
