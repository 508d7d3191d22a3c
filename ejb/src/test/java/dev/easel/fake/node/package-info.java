/** Nodes that take the order itself, as servers on real ports: what they answer is as recorded. */
package dev.easel.fake.node;
