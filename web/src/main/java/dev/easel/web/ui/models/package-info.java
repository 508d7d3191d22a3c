/** Pages for operators on models: how they are made, what they cost, how long they live. */
package dev.easel.web.ui.models;
