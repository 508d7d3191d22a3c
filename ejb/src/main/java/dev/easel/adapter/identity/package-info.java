/** Cryptography and files behind the identity ports. */
package dev.easel.adapter.identity;
