-- What people ask for (run), what waits for a worker (job), and what happened to it (attempt, event).
-- One text for H2 and PostgreSQL; the state machine is drawn in docs/QUEUE.md.

create table run (
  id           bigint generated always as identity primary key,
  public_id    varchar(16) not null,
  experiment   varchar(64) not null,
  workload     varchar(40) not null,
  contenders   varchar(20000) not null,
  plan         varchar(1000000) not null,
  label        varchar(200) not null,
  tags         varchar(2000) not null,
  note         varchar(20000) not null,
  search_text  varchar(30000) not null,
  submitted_by varchar(200) not null,
  submit_key   varchar(200),
  created_at   timestamp with time zone not null,
  constraint run_public_id_once  unique (public_id),
  constraint run_submit_key_once unique (submit_key),
  constraint run_public_id_form  check (length(public_id) between 8 and 10)
);
create index run_by_workload on run (workload, id);
create index run_by_label on run (label, id);
create index run_by_experiment on run (experiment, id);
comment on table run is 'What a person asked for. Its state is not stored: it follows from its jobs.';
comment on column run.experiment is 'Hash of workload, parameters, tasks, in flight and contenders: equal for runs that can be compared.';
comment on column run.contenders is 'JSON array of names, in the order asked for.';
comment on column run.search_text is 'Lower-case id, label, tags and note: what the search box looks through.';
comment on column run.submit_key is 'The Idempotency-Key of the submit; null when it had none.';

create table job (
  id                  bigint generated always as identity primary key,
  run_id              bigint not null,
  cell                integer not null,
  plan                varchar(1000000) not null,
  add_generations     integer not null,
  duration_key        varchar(100) not null,
  estimate_ms         bigint not null,
  state               varchar(10) not null,
  priority            integer not null,
  wanted_host         varchar(100),
  attempt             integer not null,
  max_attempts        integer not null,
  available_at        timestamp with time zone not null,
  owner               varchar(64),
  host                varchar(100),
  fence               bigint not null,
  lease_expires_at    timestamp with time zone,
  lane_key            varchar(140),
  cancel_requested_at timestamp with time zone,
  created_at          timestamp with time zone not null,
  started_at          timestamp with time zone,
  finished_at         timestamp with time zone,
  failure_kind        varchar(40),
  failure_detail      varchar(4000),
  progress            varchar(20000),
  constraint job_of_run            foreign key (run_id) references run (id) on delete cascade,
  constraint job_one_per_lane      unique (lane_key),
  constraint job_state_known       check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  constraint job_leased_iff_running check (
    (state = 'running' and owner is not null and host is not null and lease_expires_at is not null and lane_key is not null)
    or (state <> 'running' and owner is null and lease_expires_at is null and lane_key is null)),
  constraint job_finished_iff_final check ((finished_at is not null) = (state in ('done', 'failed', 'cancelled'))),
  constraint job_kind_iff_failed   check ((failure_kind is not null) = (state = 'failed')),
  constraint job_running_was_started check (state <> 'running' or (started_at is not null and fence > 0)),
  constraint job_queued_not_cancelled check (state <> 'queued' or cancel_requested_at is null),
  constraint job_attempts_limited  check (attempt between 0 and max_attempts),
  constraint job_cell_counted      check (cell >= 0),
  constraint job_adds_counted      check (add_generations between 0 and 1000)
);
create index job_claim_order on job (state, priority desc, id);
create index job_lease_end on job (state, lease_expires_at);
create index job_finished on job (state, finished_at);
create index job_by_run on job (run_id, cell, id);
comment on table job is 'One cell to be measured, or further generations of one: what a worker claims.';
comment on column job.add_generations is 'How many generations Measure more asked for; 0 in the first job of a cell.';
comment on column job.duration_key is 'Equal for jobs that are expected to take equally long.';
comment on column job.estimate_ms is 'How long the plan says it takes; counts until one with its duration_key was done.';
comment on column job.attempt is 'How often it was claimed, not counting claims that were handed back.';
comment on column job.owner is 'The worker process that holds the lease: a random id per process start.';
comment on column job.fence is 'Raised at each claim; whoever writes with an older number has lost the job.';
comment on column job.lane_key is 'HOST/measure while running, else null: unique, so one measuring job per host.';
comment on column job.started_at is 'When it was first claimed; each attempt has its own start.';
comment on column job.progress is 'JSON of the last renewal, shown while it runs.';

create table duration (
  duration_key varchar(100) not null primary key,
  took_ms      bigint not null
);
comment on table duration is 'How long the last job of each kind took, for the expectations of those that wait.';

create table attempt (
  job_id         bigint not null,
  fence          bigint not null,
  number         integer not null,
  owner          varchar(64) not null,
  host           varchar(100) not null,
  started_at     timestamp with time zone not null,
  ended_at       timestamp with time zone,
  ending         varchar(12),
  failure_kind   varchar(40),
  failure_detail varchar(4000),
  primary key (job_id, fence),
  constraint attempt_of_job        foreign key (job_id) references job (id) on delete cascade,
  constraint attempt_ending_known  check (ending in ('done', 'failed', 'cancelled', 'handed_back', 'lost')),
  constraint attempt_ended_somehow check ((ended_at is not null) = (ending is not null)),
  constraint attempt_kind_iff_failed check ((failure_kind is not null) = (ending is not null and ending in ('failed', 'lost')))
);
comment on table attempt is 'One claim of a job and how it ended; the job_id and fence of a sample name its attempt.';

create table child (
  job_id          bigint not null,
  fence           bigint not null,
  pid             bigint not null,
  process_started varchar(40) not null,
  primary key (job_id, fence, pid, process_started),
  constraint child_of_attempt foreign key (job_id, fence) references attempt (job_id, fence) on delete cascade
);
comment on table child is 'Processes that an attempt started and has not ended, so that the next worker of the host can end what is left.';

create table event_head (
  run_id  bigint not null primary key,
  last_id bigint not null,
  constraint event_head_of_run foreign key (run_id) references run (id) on delete cascade
);
comment on table event_head is 'The number of the last event of a run: raised in the transaction that appends, so that ids appear in order.';

create table event (
  run_id bigint not null,
  id     bigint not null,
  kind   varchar(40) not null,
  data   varchar(20000) not null,
  at     timestamp with time zone not null,
  primary key (run_id, id),
  constraint event_of_run foreign key (run_id) references run (id) on delete cascade
);
comment on table event is 'What happened to a run, for live pages that join late.';

create table setting (
  name    varchar(40) not null primary key,
  content varchar(4000) not null
);
comment on table setting is 'What the operator switched; the row named paused is there while the queue is paused.';

create table share (
  token      varchar(40) not null primary key,
  run_id     bigint not null,
  created_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint share_of_run foreign key (run_id) references run (id) on delete cascade,
  constraint share_token_long check (length(token) >= 26)
);
create index share_by_run on share (run_id, created_at);
comment on table share is 'Links that open one run, read-only, for whoever has the token, until revoked.';
