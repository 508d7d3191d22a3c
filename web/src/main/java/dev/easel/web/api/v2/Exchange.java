package dev.easel.web.api.v2;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.container.AsyncResponse;

/**
 * One request and where its answer goes.
 *
 * @param strict the query's parameter of that name; may be null
 */
record Exchange(
    HttpServletRequest request,
    HttpServletResponse headers,
    String strict,
    AsyncResponse response) {}
