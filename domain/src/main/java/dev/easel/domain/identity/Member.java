package dev.easel.domain.identity;

/** A user in a tenant. */
public record Member(Membership membership, User user) {}
