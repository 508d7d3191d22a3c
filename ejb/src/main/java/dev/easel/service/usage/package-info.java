/** What a tenant has used of its plan. */
package dev.easel.service.usage;
