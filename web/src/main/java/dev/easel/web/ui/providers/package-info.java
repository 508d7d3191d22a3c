/** Pages for operators on the identity providers people sign in through. */
package dev.easel.web.ui.providers;
