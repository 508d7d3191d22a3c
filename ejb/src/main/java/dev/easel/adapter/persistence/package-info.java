/** JPA and Flyway; the only room with an {@code EntityManager}. */
package dev.easel.adapter.persistence;
