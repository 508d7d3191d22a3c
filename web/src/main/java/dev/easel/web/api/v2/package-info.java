/** {@code /api/v2}: seed 001, imagegen.app. */
package dev.easel.web.api.v2;
