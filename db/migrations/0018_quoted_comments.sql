-- Briefs and measures quote comments, so they change with the words that they quote: edited, taken away, or shown again.
CREATE FUNCTION keep_moment_of_quoting() RETURNS trigger LANGUAGE plpgsql
AS $$
BEGIN
	UPDATE briefs SET updated_at = now() WHERE id IN (
		SELECT q.brief_id FROM brief_watch_fors q JOIN critiques c ON c.id = q.critique_id
		WHERE CASE tg_table_name WHEN 'ideas' THEN c.idea_id ELSE c.id END = new.id);
	UPDATE measures SET updated_at = now() WHERE titled_by_critique AND critique_id IN (
		SELECT c.id FROM critiques c WHERE CASE tg_table_name WHEN 'ideas' THEN c.idea_id ELSE c.id END = new.id);
	RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER critiques_quoted AFTER UPDATE ON critiques FOR EACH ROW WHEN (
	(old.text, old.withdrawn_at, old.hidden_at) IS DISTINCT FROM (new.text, new.withdrawn_at, new.hidden_at))
	EXECUTE FUNCTION keep_moment_of_quoting();--> statement-breakpoint
CREATE TRIGGER ideas_quoted AFTER UPDATE ON ideas FOR EACH ROW WHEN (
	(old.withdrawn_at, old.hidden_at) IS DISTINCT FROM (new.withdrawn_at, new.hidden_at))
	EXECUTE FUNCTION keep_moment_of_quoting();
