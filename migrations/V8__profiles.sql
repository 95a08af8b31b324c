-- What contenders did inside, looked at by a profiler apart from the rounds that are timed.

create table profile (
  run_id    bigint not null,
  cell      integer not null,
  contender varchar(100) not null,
  job_id    bigint not null,
  taken_at  timestamp with time zone not null,
  findings  varchar(200000) not null,
  primary key (run_id, cell, contender),
  constraint profile_of_run foreign key (run_id) references run (id) on delete cascade,
  constraint profile_of_job foreign key (job_id) references job (id) on delete cascade
);
create index profile_by_job on profile (job_id);
comment on table profile is 'The latest profile of each contender of a cell; no verdict rests on it.';
comment on column profile.findings is 'JSON: where its time went, what stopped it, and what memory it takes.';
