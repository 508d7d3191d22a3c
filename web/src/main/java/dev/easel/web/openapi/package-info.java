/** The OpenAPI document: one source for programs and for the pages under {@code /docs}. */
package dev.easel.web.openapi;
