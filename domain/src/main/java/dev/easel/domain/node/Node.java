package dev.easel.domain.node;

import static java.util.Objects.requireNonNull;

import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A rendering node as an administrator registered it. Only administrators write this row. */
@Entity
@Table(name = "node")
public class Node {

  @Id private String id;

  private String name;
  private String kind;
  private String address;

  private String labels;
  private String allowed;

  @Column(name = "sealed_headers")
  private String sealedHeaders;

  @Column(name = "header_names")
  private String headerNames;

  @Column(name = "tls_identity")
  private String tlsIdentity;

  @Column(name = "max_in_flight")
  private int maxInFlight;

  @Enumerated(EnumType.STRING)
  private Wish wish;

  @Version private long version;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected Node() {} // for JPA

  public Node(String id, NodeTerms terms, Instant now) {
    this.id = requireNonNull(id, "id");
    this.wish = Wish.ACTIVE;
    this.createdAt = now;
    amend(terms, now);
  }

  /** Says that somebody else changed or removed it since it was read. */
  public static FailureException stale() {
    return FailureException.of(FailureCode.CONFLICT, "The node was changed by somebody else")
        .with("reason", "stale_version");
  }

  public final void amend(NodeTerms terms, Instant now) {
    name = terms.name();
    kind = terms.kind();
    address = terms.address();
    labels = Lines.of(terms.labels());
    allowed = Lines.of(terms.allowed());
    sealedHeaders = terms.sealedHeaders();
    headerNames = Lines.of(terms.headerNames());
    tlsIdentity = terms.tlsIdentity();
    maxInFlight = terms.maxInFlight();
    updatedAt = now;
  }

  public void wish(Wish wanted, Instant now) {
    if (wish != wanted) {
      wish = wanted;
      updatedAt = now;
    }
  }

  public NodeTerms terms() {
    return new NodeTerms(
        name,
        kind,
        address,
        Lines.map(labels),
        Lines.set(allowed),
        sealedHeaders,
        Lines.set(headerNames),
        tlsIdentity,
        maxInFlight);
  }

  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  public Wish wish() {
    return wish;
  }

  public long version() {
    return version;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant updatedAt() {
    return updatedAt;
  }
}
