/** Pages for operators on who changed what, in all tenants. */
package dev.easel.web.ui.changes;
