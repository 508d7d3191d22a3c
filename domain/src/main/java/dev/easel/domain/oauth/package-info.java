/** Programs of others that ask users for access, and act for them within it. */
package dev.easel.domain.oauth;
