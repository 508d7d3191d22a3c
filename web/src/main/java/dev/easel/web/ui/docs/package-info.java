/** {@code /docs}: the OpenAPI document as pages to read, and what each error means. */
package dev.easel.web.ui.docs;
