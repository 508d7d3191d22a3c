/** Pages on API keys. */
package dev.easel.web.ui.keys;
