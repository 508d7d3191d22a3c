/** Pages on who belongs to an organisation, and what they changed. */
package dev.easel.web.ui.members;
