-- Runs of several cells: what varies, and one turn in the queue for all of them.

alter table run add column levels varchar(4000);
comment on column run.levels is 'JSON: the levels of each axis; null for a run of one cell. The plan is the first cell''s.';

alter table job add column turn bigint default 0 not null;
update job set turn = id;
alter table job alter column turn drop default;
comment on column job.turn is 'The first job of those that were queued together: they are claimed one after another.';
comment on column job.wanted_host is 'The only host that may claim it; null for any. The first claim of a turn keeps the rest of it on its host.';

-- Of indexes that begin with the state H2 takes the oldest for the claim, if it has few columns.
drop index job_claim_order;
drop index job_lease_end;
drop index job_finished;
create index job_claim_order on job (state, priority desc, turn);
create index job_lease_end on job (state, lease_expires_at);
create index job_finished on job (state, finished_at);
create index job_by_turn on job (turn, id);
