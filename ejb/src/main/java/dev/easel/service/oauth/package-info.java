/** Registering programs of others with the identity provider, and what they may do here. */
package dev.easel.service.oauth;
