package dev.easel.domain.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;

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

  /** Null for a route that serves all its model does. */
  @Transient private Capability use;

  protected ModelRoute() {} // for JPA

  public ModelRoute(String id, String modelId, String adapter, String upstreamId, int preference) {
    this.id = id;
    this.modelId = modelId;
    this.adapter = adapter;
    this.upstreamId = upstreamId;
    this.preference = preference;
    this.enabled = true;
  }

  /** A route for one use of a model, which is not stored: it follows from something that is. */
  public static ModelRoute of(
      Capability use,
      String id,
      String modelId,
      String adapter,
      String upstreamId,
      int preference) {
    ModelRoute route = new ModelRoute(id, modelId, adapter, upstreamId, preference);
    route.use = use;
    return route;
  }

  /** Whether the model can be asked for that by this way. */
  public boolean serves(Capability wanted) {
    return use == null || use == wanted;
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
