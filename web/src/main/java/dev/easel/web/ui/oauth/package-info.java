/** The pages on registered programs. */
package dev.easel.web.ui.oauth;
