-- An outcome names a leader for each baseline; those kept before named one for all. Of several runtimes only that one's leads from then on:
-- no release kept such outcomes.

update outcome set summary = replace(summary, '"leader":"' || leader || '"', '"leaders":["' || leader || '"]')
where leader is not null;
update outcome set summary = replace(summary, '"leader":null', '"leaders":[]')
where leader is null;
