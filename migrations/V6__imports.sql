-- Runs that were measured elsewhere and came here as a file.

alter table run add column imported varchar(4000);
comment on column run.imported is 'JSON: tool, version, id and address where it was measured, who brought it and when; null for what was asked for here.';
