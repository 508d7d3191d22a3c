/** Signing in through identity providers, and what their groups give. */
package dev.easel.service.sso;
