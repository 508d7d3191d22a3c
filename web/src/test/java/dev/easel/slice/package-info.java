/**
 * Tests inside the packaged WAR on Payara Micro with a real database: H2, or the one EASEL_DB_URL
 * names. All classes run in one server and on one database, one class after the other in any order:
 * what would disturb the others a test puts back, and it counts only rows of its own.
 */
package dev.easel.slice;
