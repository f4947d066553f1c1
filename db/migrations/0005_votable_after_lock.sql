CREATE OR REPLACE FUNCTION cast_dot(p_workshop uuid, p_seat uuid, p_option uuid, p_channel channel,
  OUT outcome text, OUT remaining integer, OUT allowance integer)
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
  r record;
  v_votable boolean;
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
  -- Read after the lock: whoever waited for a merge to finish must see what it did.
  SELECT o.votable INTO v_votable FROM options o WHERE o.id = p_option;
  IF NOT v_votable THEN
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
