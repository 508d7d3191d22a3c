/** Keycloak's Admin REST API, by which programs are registered; by the JDK's own HTTP client. */
package dev.easel.adapter.identity.keycloak;
