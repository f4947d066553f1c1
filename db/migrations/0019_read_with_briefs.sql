-- A brief shows what it joins as far as it can be read, and is itself read through the workshops of what it joins. So it changes
-- as a statement or an idea is set aside or comes back, and as one of its workshops is published, taken back, deleted or restored.
CREATE FUNCTION keep_moment_of_joining() RETURNS trigger LANGUAGE plpgsql
AS $$
BEGIN
	UPDATE briefs SET updated_at = now() WHERE id IN (
		SELECT j.brief_id FROM brief_statements j JOIN statements s ON s.id = j.statement_id
		WHERE tg_table_name <> 'ideas' AND CASE tg_table_name WHEN 'statements' THEN s.id ELSE s.workshop_id END = new.id
		UNION
		SELECT j.brief_id FROM brief_ideas j JOIN ideas i ON i.id = j.idea_id
		WHERE tg_table_name <> 'statements' AND CASE tg_table_name WHEN 'ideas' THEN i.id ELSE i.workshop_id END = new.id);
	RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER statements_joined AFTER UPDATE ON statements FOR EACH ROW
	WHEN ((old.withdrawn_at IS NULL) <> (new.withdrawn_at IS NULL)) EXECUTE FUNCTION keep_moment_of_joining();--> statement-breakpoint
CREATE TRIGGER ideas_joined AFTER UPDATE ON ideas FOR EACH ROW
	WHEN ((old.withdrawn_at IS NULL AND old.hidden_at IS NULL) <> (new.withdrawn_at IS NULL AND new.hidden_at IS NULL))
	EXECUTE FUNCTION keep_moment_of_joining();--> statement-breakpoint
CREATE TRIGGER workshops_joined AFTER UPDATE ON workshops FOR EACH ROW
	WHEN ((old.published_at, old.deleted_at) IS DISTINCT FROM (new.published_at, new.deleted_at))
	EXECUTE FUNCTION keep_moment_of_joining();--> statement-breakpoint
-- What was merged into something names it only while that can be read.
CREATE OR REPLACE FUNCTION keep_moment_of_merged() RETURNS trigger LANGUAGE plpgsql
AS $$
DECLARE
	ids uuid[];
	set_aside uuid[];
BEGIN
	SELECT array_agg(t.id), array_agg(c.id) INTO ids, set_aside FROM before b JOIN changed c ON c.id = b.id
		LEFT JOIN unnest(ARRAY[b.merged_into_id, c.merged_into_id]) AS t(id) ON true
	WHERE (b.merged_into_id, b.withdrawn_at, b.hidden_at) IS DISTINCT FROM (c.merged_into_id, c.withdrawn_at, c.hidden_at);
	IF set_aside IS NOT NULL THEN
		EXECUTE format('UPDATE %I SET updated_at = now() WHERE updated_at < now() AND (id = ANY($1) OR merged_into_id = ANY($2))',
			tg_table_name) USING ids, set_aside;
	END IF;
	RETURN NULL;
END
$$;
