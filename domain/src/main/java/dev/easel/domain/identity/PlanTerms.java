package dev.easel.domain.identity;

import java.util.OptionalInt;

/**
 * What a plan offers. A limit that is absent is not enforced.
 *
 * @param perMinute requests, as are perHour and perDay
 * @param concurrency generations of a tenant that run at once; the others wait
 * @param monthlyCredits whole credits granted each period
 * @param storageMb mebibytes of images
 * @param vip whether VIP models may be called
 * @param weight the share of the nodes beside other plans' tenants who wait, 1 or more
 */
public record PlanTerms(
    String displayName,
    OptionalInt perMinute,
    OptionalInt perHour,
    OptionalInt perDay,
    OptionalInt concurrency,
    long monthlyCredits,
    int storageMb,
    boolean vip,
    int weight) {}
