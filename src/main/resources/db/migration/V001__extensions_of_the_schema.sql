-- Our tables live in this schema; the engine's live in public and are the engine's alone.
comment on schema sales is 'Anchang: the sales site';
