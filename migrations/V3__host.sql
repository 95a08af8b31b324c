-- The machines that measure and the worker processes on them.

create table host (
  id       bigint generated always as identity primary key,
  name     varchar(100) not null,
  facts    varchar(1000000) not null,
  seen_at  timestamp with time zone not null,
  constraint host_name_once unique (name)
);
comment on table host is 'A machine that measures, with its facts as last seen.';
comment on column host.facts is 'JSON: hardware, system, limits, runtimes and contenders.';

create table worker (
  id         bigint generated always as identity primary key,
  host_id    bigint not null,
  owner      varchar(64) not null,
  version    varchar(40) not null,
  started_at timestamp with time zone not null,
  seen_at    timestamp with time zone not null,
  state      varchar(10) not null,
  constraint worker_of_host     foreign key (host_id) references host (id) on delete cascade,
  constraint worker_owner_once  unique (owner),
  constraint worker_state_known check (state in ('idle', 'measuring', 'stopping', 'stopped'))
);
create index worker_by_host on worker (host_id, seen_at);
comment on table worker is 'A worker process; the owner of its leases. Not seen for longer than a lease means lost.';
