-- An outcome names a leader for each baseline; those kept before named one for all.

update outcome set summary = replace(summary, '"leader":"' || leader || '"', '"leaders":["' || leader || '"]')
where leader is not null;
update outcome set summary = replace(summary, '"leader":null', '"leaders":[]')
where leader is null;
