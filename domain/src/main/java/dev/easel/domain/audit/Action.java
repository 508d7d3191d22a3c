package dev.easel.domain.audit;

/** What was done that somebody may want to know of later. */
public enum Action {
  SERVER_SET_UP("server.set_up"),
  SIGNED_IN("session.opened"),
  SIGN_IN_REFUSED("session.refused"),
  SIGNED_OUT("session.ended"),
  CODE_REFUSED("session.code_refused"),
  RECOVERY_CODE_USED("session.recovery_code_used"),
  FACTOR_ON("second_factor.on"),
  FACTOR_OFF("second_factor.off"),
  FACTOR_RESET("second_factor.reset"),
  RECOVERY_CODES_RENEWED("second_factor.codes_renewed"),
  IDENTITY_LINKED("identity.linked"),
  IDENTITY_UNLINKED("identity.unlinked"),
  PROVIDER_ADDED("identity_provider.added"),
  PROVIDER_CHANGED("identity_provider.changed"),
  PROVIDER_REMOVED("identity_provider.removed"),
  GROUP_RULE_ADDED("group_rule.added"),
  GROUP_RULE_REMOVED("group_rule.removed"),
  OPERATOR_CHANGED("user.operator_changed"),
  PASSWORD_CHANGED("password.changed"),
  PASSWORD_RESET("password.reset"),
  MEMBER_INVITED("member.invited"),
  INVITATION_WITHDRAWN("invitation.withdrawn"),
  MEMBER_JOINED("member.joined"),
  ROLE_CHANGED("member.role_changed"),
  MEMBER_REMOVED("member.removed"),
  KEY_CREATED("key.created"),
  KEY_CHANGED("key.changed"),
  KEY_ROTATED("key.rotated"),
  KEY_REVOKED("key.revoked"),
  APP_REGISTERED("oauth_app.registered"),
  APP_SECRET_RENEWED("oauth_app.secret_renewed"),
  APP_REMOVED("oauth_app.removed"),
  BUDGET_CREATED("budget.created"),
  BUDGET_CHANGED("budget.changed"),
  BUDGET_REMOVED("budget.removed"),
  PLAN_CHANGED("plan.changed"),
  QUEUE_PAUSED("queue.paused"),
  QUEUE_RESUMED("queue.resumed"),
  QUEUE_MOVED("queue.moved"),
  QUEUE_EXPEDITED("queue.expedited"),
  QUEUE_CANCELLED("queue.cancelled"),
  NODE_ADDED("node.added"),
  NODE_CHANGED("node.changed"),
  NODE_WISHED("node.wished"),
  NODE_RELEASED("node.released"),
  NODE_REMOVED("node.removed"),
  FAILURE_REQUEUED("failure.requeued"),
  PLAN_CREATED("plan.created"),
  PLAN_REVISED("plan.revised"),
  TENANT_CREATED("tenant.created"),
  TENANT_CHANGED("tenant.changed"),
  TENANT_SUSPENDED("tenant.suspended"),
  TENANT_RESUMED("tenant.resumed"),
  CREDITS_BOOKED("credits.booked"),
  PRICES_PUBLISHED("prices.published"),
  MODEL_CHANGED("model.changed"),
  RULE_CREATED("moderation_rule.created"),
  RULE_CHANGED("moderation_rule.changed"),
  RULE_REMOVED("moderation_rule.removed"),
  ITEM_DELETED("gallery_item.deleted"),
  ITEM_RESTORED("gallery_item.restored"),
  ITEM_REMOVED("gallery_item.deleted_for_good"),
  ITEM_TAKEN_OUT("gallery_item.taken_out"),
  ITEM_SHOWN("gallery_item.made_public"),
  ITEM_HIDDEN("gallery_item.made_private"),
  ITEM_FEATURED("gallery_item.featured"),
  ITEM_UNFEATURED("gallery_item.featured_no_more"),
  ITEM_WITHDRAWN("gallery_item.withdrawn"),
  COLLECTION_CREATED("collection.created"),
  COLLECTION_REMOVED("collection.deleted"),
  SHARE_CREATED("share.created"),
  SHARE_CHANGED("share.changed"),
  SHARE_REMOVED("share.ended");

  private final String wire;

  Action(String wire) {
    this.wire = wire;
  }

  /** {@code key.created}: what, and what happened to it. */
  public String wire() {
    return wire;
  }
}
