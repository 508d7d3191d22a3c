/** Who calls: tenants, their users, plans and API keys. */
package dev.easel.domain.identity;
