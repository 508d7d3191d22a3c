/** Signing in through an organisation's own identity provider (OpenID Connect). */
package dev.easel.domain.sso;
