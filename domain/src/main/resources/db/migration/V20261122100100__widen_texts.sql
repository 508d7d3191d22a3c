-- Prompts are measured in characters, H2's columns in UTF-16 units, of which a character may take
-- two. The effective prompt has the words of up to four styles besides. Nothing is copied: both
-- databases widen a varchar in place, and widening it again changes nothing.
alter table generation alter column prompt set data type varchar(64000);
alter table generation alter column negative_prompt set data type varchar(64000);
alter table generation alter column effective_prompt set data type varchar(96000);
alter table image alter column revised_prompt set data type varchar(96000);
