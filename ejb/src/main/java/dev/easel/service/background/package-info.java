/** Threads for work that belongs to no request. */
package dev.easel.service.background;
