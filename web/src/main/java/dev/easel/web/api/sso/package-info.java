/** What identity providers call; no cookie, no form token and no API key opens or closes it. */
package dev.easel.web.api.sso;
