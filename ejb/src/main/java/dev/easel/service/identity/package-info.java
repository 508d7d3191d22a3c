/** Who calls, and what the first run creates. */
package dev.easel.service.identity;
