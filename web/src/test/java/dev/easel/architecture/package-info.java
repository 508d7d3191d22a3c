/** The architecture as tests; they see every module. */
package dev.easel.architecture;
