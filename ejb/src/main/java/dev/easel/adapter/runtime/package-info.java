/** What only Payara can tell, asked so that any other runtime does without. */
package dev.easel.adapter.runtime;
