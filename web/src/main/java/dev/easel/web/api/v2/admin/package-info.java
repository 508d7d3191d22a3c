/** What administrators of the server may ask of v2. */
package dev.easel.web.api.v2.admin;
