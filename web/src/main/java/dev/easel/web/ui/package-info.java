/** Pages for people: rendered on the server, complete without scripts. */
package dev.easel.web.ui;
