/** What all API dialects share: who calls, how bodies are read, how waiting and errors work. */
package dev.easel.web.api;
