/** Image files behind signed addresses. */
package dev.easel.web.files;
