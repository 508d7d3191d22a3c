/** From a request to delivered images: accept, dispatch, render, settle, tell. */
package dev.easel.service.generation;
