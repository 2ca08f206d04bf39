-- a private file: its bytes are encrypted under a key of its own, which is sealed under a key derived from the secret
alter table platform.file
  add column sealed_key bytea,
  add column sealed_under bytea,
  add constraint file_key_names_its_seal check ((sealed_key is null) = (sealed_under is null)),
  add constraint file_seal_is_named_in_4_bytes check (octet_length(sealed_under) = 4);
