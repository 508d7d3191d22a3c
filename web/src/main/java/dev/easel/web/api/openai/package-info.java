/** {@code /v1} and {@code /openai}: seed 002 and the OpenAI Images API, for unchanged SDKs. */
package dev.easel.web.api.openai;
