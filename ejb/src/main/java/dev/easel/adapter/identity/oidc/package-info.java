/** OpenID Connect by Nimbus; nothing else here imports it. */
package dev.easel.adapter.identity.oidc;
