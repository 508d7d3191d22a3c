package dev.easel.service.dispatch;

import dev.easel.domain.dispatch.NodeSlots;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Makes the rows that are locked, apart from the transaction that wants to lock them. */
@Stateless
public class NodeGates {

  @Inject NodeSlots places;

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void open(String nodeId) {
    places.open(nodeId);
  }
}
