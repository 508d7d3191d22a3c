/** {@code /api/v1}: seed 000, SuperDuperAI's file API. */
package dev.easel.web.api.v1;
