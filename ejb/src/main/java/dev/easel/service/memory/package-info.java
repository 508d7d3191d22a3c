/** What services remember for a few seconds so as not to ask the database at every request. */
package dev.easel.service.memory;
