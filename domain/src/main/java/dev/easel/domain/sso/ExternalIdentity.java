package dev.easel.domain.sso;

/**
 * Who somebody is to a provider. An e-mail address is not: addresses change hands.
 *
 * @param issuer of the tokens
 * @param subject never given to another by that issuer
 */
public record ExternalIdentity(String issuer, String subject) {}
