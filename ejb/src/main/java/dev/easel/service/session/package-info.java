/** Signing in to the dashboard and out of it, and who a browser speaks for. */
package dev.easel.service.session;
