-- The runtimes of a host besides the JVM, and a worker that is looking for them or adds their libraries.

alter table host add column runtimes varchar(1000000) default '[]' not null;
comment on column host.runtimes is 'JSON: what its worker found when it looked last.';

alter table worker drop constraint worker_state_known;
alter table worker add constraint worker_state_known
  check (state in ('preparing', 'idle', 'measuring', 'stopping', 'stopped'));
