/** Takes disguises off prompts and looks the operator's rules up in what is left. */
package dev.easel.adapter.moderation;
