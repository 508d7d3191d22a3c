package dev.easel.domain.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One way to have a model rendered: which adapter, and what it calls the model. */
@Entity
@Table(name = "model_route")
public class ModelRoute {

  @Id private String id;

  @Column(name = "model_id")
  private String modelId;

  private String adapter;

  @Column(name = "upstream_id")
  private String upstreamId;

  private int preference;
  private boolean enabled;

  protected ModelRoute() {} // for JPA

  public ModelRoute(String id, String modelId, String adapter, String upstreamId, int preference) {
    this.id = id;
    this.modelId = modelId;
    this.adapter = adapter;
    this.upstreamId = upstreamId;
    this.preference = preference;
    this.enabled = true;
  }

  public String id() {
    return id;
  }

  public String modelId() {
    return modelId;
  }

  public String adapter() {
    return adapter;
  }

  public String upstreamId() {
    return upstreamId;
  }

  /** Lower is tried first. */
  public int preference() {
    return preference;
  }

  public boolean enabled() {
    return enabled;
  }
}
