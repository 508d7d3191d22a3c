/** Finding the adapter that serves a route. */
package dev.easel.service.provider;
