/**
 * Tests inside the packaged WAR on Payara Micro with a real database: H2, or the one EASEL_DB_URL
 * names. A server is started for each class, so classes are few and have many methods.
 */
package dev.easel.slice;
