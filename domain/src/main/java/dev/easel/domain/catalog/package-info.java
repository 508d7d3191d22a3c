/**
 * Which models there are, what each can do and costs, and the routes that serve it. All of it is
 * data an operator edits; public ids never change.
 */
package dev.easel.domain.catalog;
