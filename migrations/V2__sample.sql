-- What was measured. Rows are added under the fence of the job that measured them.

create table generation (
  run_id      bigint not null,
  cell        integer not null,
  number      integer not null,
  job_id      bigint not null,
  fence       bigint not null,
  facts       varchar(200000) not null,
  started_at  timestamp with time zone not null,
  finished_at timestamp with time zone,
  primary key (run_id, cell, number),
  constraint generation_of_run     foreign key (run_id) references run (id) on delete cascade,
  constraint generation_of_attempt foreign key (job_id, fence) references attempt (job_id, fence) on delete cascade,
  constraint generation_from_one   check (number >= 1)
);
create index generation_by_attempt on generation (job_id, fence);
comment on table generation is 'Fresh children for every contender, some blocks; without finished_at its rounds count as partial.';
comment on column generation.facts is 'JSON: host, runtimes and effective limits as they were in this generation.';

create table sample (
  run_id               bigint not null,
  cell                 integer not null,
  generation           integer not null,
  seq                  integer not null,
  block                integer not null,
  block_position       integer not null,
  contender            varchar(100) not null,
  kind                 varchar(10) not null,
  valid                boolean not null,
  reason               varchar(2000),
  started_ns           bigint not null,
  wall_ns              bigint,
  repeats              integer not null,
  checksum             varchar(80),
  cpu_ns               bigint,
  memory_bytes         bigint,
  threads              bigint,
  processes            bigint,
  gc_ns                bigint,
  gc_count             bigint,
  compile_ns           bigint,
  voluntary_switches   bigint,
  involuntary_switches bigint,
  counters             varchar(20000) not null,
  primary key (run_id, cell, generation, seq),
  constraint sample_of_generation foreign key (run_id, cell, generation)
    references generation (run_id, cell, number) on delete cascade,
  constraint sample_kind_known    check (kind in ('cold', 'warm_up', 'measured')),
  constraint sample_invalid_why   check (valid or reason is not null),
  constraint sample_valid_timed   check (not valid or wall_ns is not null),
  constraint sample_counted       check (seq >= 1 and repeats >= 1 and block >= 0 and block_position >= 0)
);
comment on table sample is 'What one round measured. Never changed and never deleted but with its run.';
comment on column sample.seq is 'Order of keeping within the generation; sending it twice keeps it once.';
comment on column sample.block_position is 'Where in its block it came, from 1; 0 outside blocks.';
comment on column sample.wall_ns is 'Per N tasks: already divided by repeats; null when the round never ended.';
comment on column sample.counters is 'JSON: evidence of noise around the round (foreign CPU, steal, throttling, pressure).';

create table timeline (
  run_id     bigint not null,
  cell       integer not null,
  contender  varchar(100) not null,
  piece      integer not null,
  generation integer not null,
  block      integer not null,
  wall_ns    bigint not null,
  tasks      integer not null,
  lanes      varchar(1000000) not null,
  primary key (run_id, cell, contender, piece),
  constraint timeline_of_generation foreign key (run_id, cell, generation)
    references generation (run_id, cell, number) on delete cascade
);
create index timeline_by_generation on timeline (run_id, cell, generation);
comment on table timeline is 'Start and end of each task in one representative round per contender, in pieces of at most 500 lanes.';
comment on column timeline.lanes is 'JSON array of [task, submitted_ns, started_ns, ended_ns, step ends …], relative to the start of the round.';

create table latency (
  run_id     bigint not null,
  cell       integer not null,
  generation integer not null,
  contender  varchar(100) not null,
  measure    varchar(20) not null,
  counts     varchar(1000000) not null,
  primary key (run_id, cell, generation, contender, measure),
  constraint latency_of_generation foreign key (run_id, cell, generation)
    references generation (run_id, cell, number) on delete cascade,
  constraint latency_measure_known check (measure in ('service', 'since_submission'))
);
comment on table latency is 'How many tasks of the valid measured rounds took how long, one histogram per generation.';
comment on column latency.counts is 'JSON array of [bucket_ns, count], rising.';

create table contender_status (
  run_id              bigint not null,
  cell                integer not null,
  contender           varchar(100) not null,
  status              varchar(10) not null,
  reason              varchar(4000),
  remedy              varchar(4000),
  effective_in_flight integer,
  setup_ns            bigint,
  cold_ns             bigint,
  facts               varchar(20000) not null,
  primary key (run_id, cell, contender),
  constraint contender_status_of_run foreign key (run_id) references run (id) on delete cascade,
  constraint contender_status_known  check (status in ('measured', 'skipped', 'failed')),
  constraint contender_status_why    check (status = 'measured' or reason is not null)
);
comment on table contender_status is 'Whether a contender of a cell was measured, and if not, why and what would help.';
comment on column contender_status.facts is 'JSON: what the contender''s runtime said about itself.';

create table outcome (
  run_id     bigint not null,
  cell       integer not null,
  job_id     bigint not null,
  leader     varchar(100),
  grade      varchar(1),
  summary    varchar(1000000) not null,
  stored_at  timestamp with time zone not null,
  primary key (run_id, cell),
  constraint outcome_of_run     foreign key (run_id) references run (id) on delete cascade,
  constraint outcome_of_job     foreign key (job_id) references job (id) on delete cascade,
  constraint outcome_grade_known check (grade in ('A', 'B', 'C'))
);
create index outcome_by_job on outcome (job_id);
comment on table outcome is 'What a cell came to, stored when its job finished, so that lists and details read the same row.';
comment on column outcome.leader is 'The contender with the largest speed-up; null without a verdict.';
