/** Who belongs to a tenant: asking people in, roles, leaving. */
package dev.easel.service.member;
