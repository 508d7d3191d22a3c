-- What the operator does not want in prompts. The shipped rules are written once, here; from then
-- on all of them are the operator's: changed ones stay changed, deleted ones stay away.
create table if not exists moderation_rule (
  id         varchar(40)   not null primary key,
  rule_kind  varchar(16)   not null,
  rule_text  varchar(1000) not null,
  reason     varchar(40)   not null,
  rule_level varchar(16)   not null,
  suggestion varchar(400),
  enabled    boolean       not null,
  version    bigint        not null,
  created_at timestamp(6) with time zone not null,
  updated_at timestamp(6) with time zone not null,
  constraint ck_moderation_rule_kind check (rule_kind in ('WORD', 'PHRASE', 'PAIR', 'PATTERN')),
  constraint ck_moderation_rule_level check (rule_level in ('ALWAYS', 'LOW', 'STANDARD'))
);

insert into moderation_rule
  (id, rule_kind, rule_text, reason, rule_level, enabled, version, created_at, updated_at)
select id, kind, words, reason, level_name, true, 1, current_timestamp, current_timestamp
from (values
  ('mod_shipped_01', 'PAIR', 'nude, nudes, nudity, naked, nsfw, porn, porno, pornographic, pornography, sex, sexual, sexually, sexualized, sexualised, sexy, erotic, erotica, hentai, lingerie | child, children, childs, kid, kids, minor, minors, toddler, toddlers, infant, infants, baby, babies, underage, underaged, preteen, preteens, loli, lolis, lolita, shota, shotas, schoolgirl, schoolgirls, schoolboy, schoolboys', 'sexual_minors', 'ALWAYS'),
  ('mod_shipped_02', 'WORD', 'csam', 'sexual_minors', 'ALWAYS'),
  ('mod_shipped_03', 'WORD', 'lolicon', 'sexual_minors', 'ALWAYS'),
  ('mod_shipped_04', 'WORD', 'shotacon', 'sexual_minors', 'ALWAYS'),
  ('mod_shipped_05', 'WORD', 'bestiality', 'nsfw_content_detected', 'ALWAYS'),
  ('mod_shipped_11', 'WORD', 'porn', 'nsfw_content_detected', 'LOW'),
  ('mod_shipped_12', 'WORD', 'porno', 'nsfw_content_detected', 'LOW'),
  ('mod_shipped_13', 'WORD', 'pornographic', 'nsfw_content_detected', 'LOW'),
  ('mod_shipped_14', 'WORD', 'pornography', 'nsfw_content_detected', 'LOW'),
  ('mod_shipped_15', 'PHRASE', 'sexual intercourse', 'nsfw_content_detected', 'LOW'),
  ('mod_shipped_16', 'PHRASE', 'having sex', 'nsfw_content_detected', 'LOW'),
  ('mod_shipped_17', 'PHRASE', 'sex scene', 'nsfw_content_detected', 'LOW'),
  ('mod_shipped_21', 'WORD', 'nude', 'nsfw_content_detected', 'STANDARD'),
  ('mod_shipped_22', 'WORD', 'nudes', 'nsfw_content_detected', 'STANDARD'),
  ('mod_shipped_23', 'WORD', 'nudity', 'nsfw_content_detected', 'STANDARD'),
  ('mod_shipped_24', 'WORD', 'nsfw', 'nsfw_content_detected', 'STANDARD'),
  ('mod_shipped_25', 'WORD', 'hentai', 'nsfw_content_detected', 'STANDARD'),
  ('mod_shipped_26', 'WORD', 'erotic', 'nsfw_content_detected', 'STANDARD'),
  ('mod_shipped_27', 'WORD', 'erotica', 'nsfw_content_detected', 'STANDARD'),
  ('mod_shipped_31', 'PHRASE', 'naked woman', 'nsfw_content_detected', 'STANDARD'),
  ('mod_shipped_32', 'PHRASE', 'naked women', 'nsfw_content_detected', 'STANDARD'),
  ('mod_shipped_33', 'PHRASE', 'naked man', 'nsfw_content_detected', 'STANDARD'),
  ('mod_shipped_34', 'PHRASE', 'naked men', 'nsfw_content_detected', 'STANDARD'),
  ('mod_shipped_35', 'PHRASE', 'naked girl', 'nsfw_content_detected', 'STANDARD'),
  ('mod_shipped_36', 'PHRASE', 'naked body', 'nsfw_content_detected', 'STANDARD'),
  ('mod_shipped_37', 'PHRASE', 'naked people', 'nsfw_content_detected', 'STANDARD'),
  ('mod_shipped_38', 'PHRASE', 'completely naked', 'nsfw_content_detected', 'STANDARD'),
  ('mod_shipped_39', 'PHRASE', 'topless woman', 'nsfw_content_detected', 'STANDARD'),
  ('mod_shipped_40', 'PHRASE', 'topless girl', 'nsfw_content_detected', 'STANDARD')
) as shipped (id, kind, words, reason, level_name)
where not exists (select 1 from moderation_rule);

-- Refused prompts per tenant, UTC day and reason: a number, never the words.
create table if not exists moderation_refusal_count (
  tenant_id varchar(40) not null,
  utc_day   date        not null,
  reason    varchar(40) not null,
  refusals  bigint      not null,
  constraint pk_moderation_refusal_count primary key (utc_day, tenant_id, reason),
  constraint fk_moderation_refusal_count_tenant foreign key (tenant_id) references tenant (id),
  constraint ck_moderation_refusal_count check (refusals > 0)
);
