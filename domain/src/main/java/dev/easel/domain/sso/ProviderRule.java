package dev.easel.domain.sso;

import dev.easel.domain.identity.Role;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** A {@link GroupRule} that operators entered. */
@Entity
@Table(name = "provider_rule")
public class ProviderRule {

  /** UTF-16 units of a group's name. */
  public static final int LONGEST_GROUP = 255;

  @Id private String id;
  private String provider;

  @Column(name = "group_name")
  private String group;

  @Column(name = "tenant_id")
  private String tenantId;

  @Enumerated(EnumType.STRING)
  @Column(name = "member_role")
  private Role role;

  private boolean operator;

  @Column(name = "created_at")
  private Instant createdAt;

  protected ProviderRule() {} // for JPA

  /**
   * @param provider slug of the provider
   * @throws FailureException {@code INVALID_REQUEST} if the group has no name, or too long a one
   */
  public ProviderRule(String provider, GroupRule rule, Instant now) {
    if (rule.group().isBlank() || rule.group().length() > LONGEST_GROUP) {
      throw FailureException.invalid("group", "must have 1 to " + LONGEST_GROUP + " characters");
    }
    this.id = Ids.random("grule");
    this.provider = provider;
    this.group = rule.group();
    this.tenantId = rule.tenantId().orElse(null);
    this.role = rule.role().orElse(null);
    this.operator = rule.operator();
    this.createdAt = now;
  }

  public GroupRule rule() {
    return new GroupRule(group, Optional.ofNullable(tenantId), Optional.ofNullable(role), operator);
  }

  public String id() {
    return id;
  }

  /** Slug of the provider. */
  public String provider() {
    return provider;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
