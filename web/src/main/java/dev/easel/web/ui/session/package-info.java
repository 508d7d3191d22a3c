/** Who looks at the dashboard: cookie, form token, signing in and out. */
package dev.easel.web.ui.session;
