-- Tags with what lists of them are sifted and sorted by, so that a page of a tag is a range of an
-- index, and counting it reads nothing else. What an item is comes by the reference to it: whoever
-- shows, hides, trashes or restores the item has changed its tags. The reference has an index of its
-- own, or H2 would make one; items are written before their tags.
create table if not exists gallery_tag (
  item_id    varchar(64)  not null,
  tag        varchar(80)  not null,
  tenant_id  varchar(40)  not null,
  trashed    boolean      not null,
  is_public  boolean      not null,
  model_id   varchar(120) not null,
  created_at timestamp(6) with time zone not null,
  constraint pk_gallery_tag primary key (item_id, tag)
);

insert into gallery_tag (item_id, tag, tenant_id, trashed, is_public, model_id, created_at)
select i.id, substring(t.term from 3), i.tenant_id, i.trashed, i.is_public, i.model_id, i.created_at
from gallery_term t
join gallery_item i on i.id = t.item_id
where t.term >= 't:' and t.term < 't;'
  and not exists (select 1 from gallery_tag x where x.item_id = i.id and x.tag = substring(t.term from 3));

delete from gallery_term where term >= 't:' and term < 't;';

create index if not exists ix_gallery_tag_newest
  on gallery_tag (tenant_id, tag, trashed, created_at desc, item_id desc, is_public, model_id);
create index if not exists ix_gallery_tag_public
  on gallery_tag (tag, is_public, trashed, created_at desc, item_id desc, model_id);
create index if not exists ix_gallery_tag_item on gallery_tag (item_id, trashed, is_public);

alter table gallery_item add constraint uq_gallery_item_state unique (id, trashed, is_public);
alter table gallery_tag add constraint fk_gallery_tag_item
  foreign key (item_id, trashed, is_public) references gallery_item (id, trashed, is_public)
  on update cascade on delete cascade;

-- What a tenant shows, and what is in front, are few among many; of a model and public is asked
-- together.
create index if not exists ix_gallery_item_open
  on gallery_item (tenant_id, trashed, is_public, created_at desc, id desc);
create index if not exists ix_gallery_item_featured
  on gallery_item (is_featured, trashed, created_at desc, id desc);
drop index if exists ix_gallery_item_model;
create index if not exists ix_gallery_item_model
  on gallery_item (tenant_id, trashed, model_id, created_at desc, id desc, is_public);
