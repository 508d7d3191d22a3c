package dev.easel.domain.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Another name for a model, such as {@code openai/dall-e-3} for {@code dall-e-3}. */
@Entity
@Table(name = "model_alias")
public class ModelAlias {

  @Id private String alias;

  @Column(name = "model_id")
  private String modelId;

  protected ModelAlias() {} // for JPA

  public String alias() {
    return alias;
  }

  public String modelId() {
    return modelId;
  }
}
