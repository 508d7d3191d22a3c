/** Reading addresses that somebody else named. */
package dev.easel.domain.fetch;
