CREATE EXTENSION IF NOT EXISTS pgcrypto;
--> statement-breakpoint
-- The key of a seat's ballot: nobody can go from it to the seat without the round's secret, which dies at close.
CREATE FUNCTION voter_key(p_round uuid, p_seat uuid) RETURNS bytea
LANGUAGE sql STABLE STRICT
AS $$ SELECT hmac(uuid_send(p_seat), s.secret, 'sha256') FROM round_secrets s WHERE s.round_id = p_round $$;
--> statement-breakpoint
-- Puts a dot on an option. The round's row is locked for share: closing updates that row, so a dot is either in the
-- tally or refused. The guarded upsert counts the ballot up to its allowance and never beyond, whoever else is at it.
CREATE FUNCTION cast_dot(p_workshop uuid, p_seat uuid, p_option uuid, p_channel channel,
  OUT outcome text, OUT remaining integer, OUT allowance integer)
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
  r record;
  v_voter bytea;
  v_used integer;
BEGIN
  SELECT ro.id, ro.state, ro.dots_per_voter, o.votable INTO r
  FROM options o JOIN rounds ro ON ro.id = o.round_id
  WHERE o.id = p_option AND ro.workshop_id = p_workshop
  FOR SHARE OF ro;
  IF NOT FOUND THEN
    outcome := 'NOT_FOUND'; remaining := 0; allowance := 0;
    RETURN;
  END IF;
  allowance := r.dots_per_voter;
  remaining := 0;
  IF r.state <> 'OPEN' THEN
    outcome := 'ROUND_CLOSED';
    RETURN;
  END IF;
  v_voter := voter_key(r.id, p_seat);
  IF NOT r.votable THEN
    SELECT r.dots_per_voter - b.used INTO remaining FROM ballots b WHERE b.round_id = r.id AND b.voter = v_voter;
    remaining := coalesce(remaining, r.dots_per_voter);
    outcome := 'ISSUE_NOT_VOTABLE';
    RETURN;
  END IF;
  INSERT INTO ballots AS b (round_id, voter, channel, used, allowance)
  VALUES (r.id, v_voter, p_channel, 1, r.dots_per_voter)
  ON CONFLICT (round_id, voter) DO UPDATE SET used = b.used + 1 WHERE b.used < b.allowance
  RETURNING used INTO v_used;
  IF v_used IS NULL THEN
    -- The ballot is full: the same dot again is no error, another one is over the limit.
    outcome := CASE WHEN EXISTS (SELECT FROM dots d WHERE d.round_id = r.id AND d.voter = v_voter AND d.option_id = p_option)
      THEN 'HELD' ELSE 'VOTE_LIMIT_REACHED' END;
    RETURN;
  END IF;
  INSERT INTO dots (round_id, voter, option_id) VALUES (r.id, v_voter, p_option) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    UPDATE ballots b SET used = b.used - 1 WHERE b.round_id = r.id AND b.voter = v_voter;
    v_used := v_used - 1;
  END IF;
  outcome := 'HELD';
  remaining := r.dots_per_voter - v_used;
END
$$;
--> statement-breakpoint
-- Takes a dot back. A dot that is not there changes nothing.
CREATE FUNCTION withdraw_dot(p_workshop uuid, p_seat uuid, p_option uuid,
  OUT outcome text, OUT remaining integer, OUT allowance integer)
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
  r record;
  v_voter bytea;
  v_used integer;
BEGIN
  SELECT ro.id, ro.state, ro.dots_per_voter INTO r
  FROM options o JOIN rounds ro ON ro.id = o.round_id
  WHERE o.id = p_option AND ro.workshop_id = p_workshop
  FOR SHARE OF ro;
  IF NOT FOUND THEN
    outcome := 'NOT_FOUND'; remaining := 0; allowance := 0;
    RETURN;
  END IF;
  allowance := r.dots_per_voter;
  remaining := 0;
  IF r.state <> 'OPEN' THEN
    outcome := 'ROUND_CLOSED';
    RETURN;
  END IF;
  v_voter := voter_key(r.id, p_seat);
  -- The ballot's row is locked first, as in cast_dot, so that the two never wait for each other in a circle.
  SELECT b.used INTO v_used FROM ballots b WHERE b.round_id = r.id AND b.voter = v_voter FOR UPDATE;
  outcome := 'FREE';
  IF v_used IS NULL THEN
    remaining := r.dots_per_voter;
    RETURN;
  END IF;
  DELETE FROM dots d WHERE d.round_id = r.id AND d.voter = v_voter AND d.option_id = p_option;
  IF FOUND THEN
    UPDATE ballots b SET used = b.used - 1 WHERE b.round_id = r.id AND b.voter = v_voter;
    v_used := v_used - 1;
  END IF;
  remaining := r.dots_per_voter - v_used;
END
$$;
