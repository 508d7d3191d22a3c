package dev.easel.domain.identity;

import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

/** A person of a tenant, with the preferences of seed 001 "User Profile". */
@Entity
@Table(name = "app_user")
public class User {

  private static final int LONGEST_EMAIL = 320;

  /** Stands where a hash stands otherwise; no password has it. */
  private static final String NO_PASSWORD = "none";

  private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]+");

  @Id private String id;

  @Column(name = "tenant_id")
  private String tenantId;

  private String email;
  private String username;

  @Column(name = "password_hash")
  private String passwordHash;

  /** Kept for older servers on the same database; {@link Membership} counts. */
  @Enumerated(EnumType.STRING)
  @Column(name = "member_role")
  private Role role;

  /** Runs the installation, beyond the own tenant. */
  private boolean administrator;

  /** Slug of the identity provider whose groups say so; null if somebody here did. */
  @Column(name = "administrator_by")
  private String administratorBy;

  @Column(name = "service_account")
  private boolean service;

  @Column(name = "default_model")
  private String defaultModel;

  @Column(name = "default_size")
  private String defaultSize;

  @Column(name = "nsfw_filter")
  private boolean nsfwFilter;

  @Column(name = "auto_save_gallery")
  private boolean autoSaveGallery;

  @Column(name = "created_at")
  private Instant createdAt;

  protected User() {} // for JPA

  public User(
      String id,
      String tenantId,
      String email,
      String passwordHash,
      boolean administrator,
      Instant createdAt) {
    this.id = id;
    this.tenantId = tenantId;
    this.email = email;
    this.username = email.substring(0, email.indexOf('@'));
    this.passwordHash = passwordHash;
    this.role = Role.OWNER;
    this.administrator = administrator;
    this.defaultSize = "1024x1024";
    this.nsfwFilter = true;
    this.autoSaveGallery = true;
    this.createdAt = createdAt;
  }

  /** A user who signs in through an identity provider, and has no password here. */
  public static User external(String id, String tenantId, String email, Instant createdAt) {
    return new User(id, tenantId, email, NO_PASSWORD, false, createdAt);
  }

  /** One without a person: it owns keys, and has neither a password nor an address to write to. */
  public static User service(String id, String tenantId, String name, Instant createdAt) {
    User made = external(id, tenantId, id + "@service.invalid", createdAt);
    made.username = name;
    made.service = true;
    return made;
  }

  /**
   * An address as it is kept: without what surrounds it, in lower case.
   *
   * @throws FailureException {@code INVALID_REQUEST} if it is none
   */
  public static String address(String typed) {
    String address = typed.strip().toLowerCase(Locale.ROOT);
    if (address.length() > LONGEST_EMAIL || !EMAIL.matcher(address).matches()) {
      throw FailureException.invalid("email", "must be an address");
    }
    return address;
  }

  /** Says that another user has this address. */
  public static FailureException addressTaken() {
    return FailureException.of(FailureCode.CONFLICT, "The address is in use")
        .with("field", "email");
  }

  public String id() {
    return id;
  }

  /** The tenant the user was made in, and begins in. */
  public String tenantId() {
    return tenantId;
  }

  /** Replaces the name made of the address. */
  public void call(String newUsername) {
    username = newUsername;
  }

  /** What is done when a request does not say. */
  public void prefer(String model, String size, boolean filtered, boolean filed) {
    defaultModel = model.isEmpty() ? null : model;
    defaultSize = size;
    nsfwFilter = filtered;
    autoSaveGallery = filed;
  }

  public String email() {
    return email;
  }

  public String username() {
    return username;
  }

  public String passwordHash() {
    return passwordHash;
  }

  /** Whether there is no person behind it. */
  public boolean isService() {
    return service;
  }

  /** What to call it where people are told who did something: people go by their address. */
  public String label() {
    return service ? username : email;
  }

  /** Whether there is a password to sign in with. */
  public boolean hasPassword() {
    return !passwordHash.equals(NO_PASSWORD);
  }

  /** Replaces the password by another, as a hash. */
  public void changePassword(String newHash) {
    passwordHash = newHash;
  }

  public boolean administrator() {
    return administrator;
  }

  /**
   * Runs the server by a provider's word, or not any more; what somebody here decided stays.
   *
   * @return whether that changed anything
   */
  public boolean runServer(boolean granted, String provider) {
    boolean takes = !granted && provider.equals(administratorBy);
    boolean gives = granted && !administrator;
    if (gives || takes) {
      administrator = granted;
      administratorBy = granted ? provider : null;
    }
    return gives || takes;
  }

  /** Whether the groups of this provider are why the user runs the server. */
  public boolean runsServerBy(String provider) {
    return administrator && provider.equals(administratorBy);
  }

  /** The model used when a request names none; empty for the operator's default. */
  public String defaultModel() {
    return defaultModel == null ? "" : defaultModel;
  }

  public String defaultSize() {
    return defaultSize;
  }

  public boolean nsfwFilter() {
    return nsfwFilter;
  }

  public boolean autoSaveGallery() {
    return autoSaveGallery;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
