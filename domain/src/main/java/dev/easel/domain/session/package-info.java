/** Browsers that are signed in to the dashboard. */
package dev.easel.domain.session;
