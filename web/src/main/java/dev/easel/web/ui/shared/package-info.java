/** What is shared with strangers by link. */
package dev.easel.web.ui.shared;
