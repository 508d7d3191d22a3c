/** What orders cost, and how administrators set it. */
package dev.easel.service.pricing;
