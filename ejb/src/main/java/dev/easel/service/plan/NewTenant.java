package dev.easel.service.plan;

import java.util.Optional;

/**
 * Who shall become a tenant.
 *
 * @param planId id of the plan
 * @param email address of the owner
 * @param username empty for the first part of the address
 */
public record NewTenant(String name, String planId, String email, Optional<String> username) {}
