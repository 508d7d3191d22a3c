/** Who changed what, when and from where. */
package dev.easel.domain.audit;
