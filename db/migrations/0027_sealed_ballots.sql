-- Votes that are under way are put aside, still readable, for the application to seal as it starts: see db/seal-open-rounds.ts.
CREATE TABLE "unsealed_ballots" AS
SELECT b.round_id, b.voter, b.channel, b.allowance,
  (SELECT s.id FROM seats s JOIN rounds r ON r.workshop_id = s.workshop_id
    WHERE r.id = b.round_id AND voter_key(r.id, s.id) = b.voter) AS seat_id,
  (SELECT coalesce(array_agg(o.position), '{}') FROM dots d JOIN options o ON o.id = d.option_id
    WHERE d.round_id = b.round_id AND d.voter = b.voter) AS positions
FROM ballots b;
--> statement-breakpoint
DELETE FROM ballots;
--> statement-breakpoint
-- Files on their way in are chosen again.
DELETE FROM ballot_import_pieces;
--> statement-breakpoint
DROP FUNCTION cast_dot(uuid, uuid, uuid, channel);
--> statement-breakpoint
DROP FUNCTION withdraw_dot(uuid, uuid, uuid);
--> statement-breakpoint
DROP FUNCTION voter_key(uuid, uuid);
--> statement-breakpoint
DROP TABLE "counted_ballots";
--> statement-breakpoint
DROP TABLE "round_secrets";
--> statement-breakpoint
DROP TABLE "dots";
--> statement-breakpoint
CREATE TABLE "dots" (
	"round_id" uuid NOT NULL,
	"voter" "bytea" NOT NULL,
	"seal" "bytea" NOT NULL,
	CONSTRAINT "dots_round_id_voter_seal_pk" PRIMARY KEY("round_id","voter","seal"),
	CONSTRAINT "dots_one_block" CHECK (octet_length("dots"."seal") = 16)
);
--> statement-breakpoint
ALTER TABLE "dots" ADD CONSTRAINT "dots_round_id_voter_ballots_round_id_voter_fk" FOREIGN KEY ("round_id","voter") REFERENCES "public"."ballots"("round_id","voter") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "ballot_import_pieces" DROP COLUMN "text";
--> statement-breakpoint
ALTER TABLE "ballot_import_pieces" ADD COLUMN "sealed" "bytea" NOT NULL;
--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "roll_version" integer DEFAULT 1 NOT NULL;
--> statement-breakpoint
CREATE TABLE "live_tallies" (
	"round_id" uuid PRIMARY KEY NOT NULL,
	"ballots" integer NOT NULL,
	"figures" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "live_tallies" ADD CONSTRAINT "live_tallies_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
-- Puts a dot on a ballot. The round's row is locked for share: closing updates that row, so a dot is either in the tally or
-- refused. The guarded upsert counts the ballot up to its allowance and never beyond, whoever else is at it. Which option the
-- dot is on is sealed: what the caller knows of it, whether it takes dots, counts only while the roll is the one they read.
-- Without a seat (null) nothing is done.
CREATE FUNCTION cast_dot(p_workshop uuid, p_seat uuid, p_round uuid, p_roll integer, p_votable boolean,
  p_voter bytea, p_seal bytea, p_channel channel,
  OUT outcome text, OUT remaining integer, OUT allowance integer)
LANGUAGE plpgsql VOLATILE STRICT
AS $$
DECLARE
  r record;
  v_used integer;
BEGIN
  remaining := 0;
  allowance := 0;
  SELECT ro.state, ro.dots_per_voter, ro.roll_version INTO r
  FROM rounds ro WHERE ro.id = p_round AND ro.workshop_id = p_workshop FOR SHARE;
  IF NOT FOUND THEN
    outcome := 'NOT_FOUND';
    RETURN;
  END IF;
  allowance := r.dots_per_voter;
  IF r.state <> 'OPEN' THEN
    outcome := 'ROUND_CLOSED';
    RETURN;
  END IF;
  IF r.roll_version <> p_roll THEN
    outcome := 'ROLL_CHANGED';
    RETURN;
  END IF;
  IF NOT p_votable THEN
    SELECT r.dots_per_voter - b.used INTO remaining FROM ballots b WHERE b.round_id = p_round AND b.voter = p_voter;
    remaining := coalesce(remaining, r.dots_per_voter);
    outcome := 'ISSUE_NOT_VOTABLE';
    RETURN;
  END IF;
  INSERT INTO ballots AS b (round_id, voter, channel, used, allowance)
  VALUES (p_round, p_voter, p_channel, 1, r.dots_per_voter)
  ON CONFLICT (round_id, voter) DO UPDATE SET used = b.used + 1 WHERE b.used < b.allowance
  RETURNING used INTO v_used;
  IF v_used IS NULL THEN
    -- The ballot is full: the same dot again is no error, another one is over the limit.
    outcome := CASE WHEN EXISTS (SELECT FROM dots d WHERE d.round_id = p_round AND d.voter = p_voter AND d.seal = p_seal)
      THEN 'HELD' ELSE 'VOTE_LIMIT_REACHED' END;
    RETURN;
  END IF;
  INSERT INTO dots (round_id, voter, seal) VALUES (p_round, p_voter, p_seal) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    UPDATE ballots b SET used = b.used - 1 WHERE b.round_id = p_round AND b.voter = p_voter;
    v_used := v_used - 1;
  END IF;
  outcome := 'HELD';
  remaining := r.dots_per_voter - v_used;
END
$$;
--> statement-breakpoint
-- Takes a dot back. A dot that is not there changes nothing.
CREATE FUNCTION withdraw_dot(p_workshop uuid, p_seat uuid, p_round uuid, p_voter bytea, p_seal bytea,
  OUT outcome text, OUT remaining integer, OUT allowance integer)
LANGUAGE plpgsql VOLATILE STRICT
AS $$
DECLARE
  r record;
  v_used integer;
BEGIN
  remaining := 0;
  allowance := 0;
  SELECT ro.state, ro.dots_per_voter INTO r
  FROM rounds ro WHERE ro.id = p_round AND ro.workshop_id = p_workshop FOR SHARE;
  IF NOT FOUND THEN
    outcome := 'NOT_FOUND';
    RETURN;
  END IF;
  allowance := r.dots_per_voter;
  IF r.state <> 'OPEN' THEN
    outcome := 'ROUND_CLOSED';
    RETURN;
  END IF;
  -- The ballot's row is locked first, as in cast_dot, so that the two never deadlock.
  SELECT b.used INTO v_used FROM ballots b WHERE b.round_id = p_round AND b.voter = p_voter FOR UPDATE;
  outcome := 'FREE';
  IF v_used IS NULL THEN
    remaining := r.dots_per_voter;
    RETURN;
  END IF;
  DELETE FROM dots d WHERE d.round_id = p_round AND d.voter = p_voter AND d.seal = p_seal;
  IF FOUND THEN
    UPDATE ballots b SET used = b.used - 1 WHERE b.round_id = p_round AND b.voter = p_voter;
    v_used := v_used - 1;
  END IF;
  remaining := r.dots_per_voter - v_used;
END
$$;
