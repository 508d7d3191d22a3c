/** Hand-written stand-ins for what the services use; no mock library (ops/decisions/0009). */
package dev.easel.fake;
